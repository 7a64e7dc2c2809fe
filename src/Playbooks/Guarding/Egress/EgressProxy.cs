using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Egress;

/// <summary>
/// The only way from a run's browser to the network: an HTTP proxy on a loopback port that resolves each name once, judges the
/// address and connects to that very address, so that no redirect, frame, script, WebSocket or changing name leads elsewhere.
/// </summary>
/// <remarks>
/// It asks for no password: Playwright would answer by intercepting every request of the context, also of those that go past the
/// proxy, and by switching its cache off. Who else finds the port gets what any process of this machine has anyway, less what
/// the guardrails forbid.
/// </remarks>
internal sealed class EgressProxy : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Connector connector;
    private readonly EgressLimits limits;
    private readonly TimeProvider time;
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim room;
    private readonly ConcurrentDictionary<Task, bool> serving = new();
    private readonly Task accepting;
    private int accepted;
    private bool disposed;

    /// <summary>Starts it.</summary>
    /// <param name="policy">What may be reached.</param>
    /// <param name="log">Remembers what was not.</param>
    /// <param name="network">Names and connections.</param>
    /// <param name="limits">Null: the defaults.</param>
    /// <param name="time">Measures the limits; null: the system's clock.</param>
    public EgressProxy(UrlPolicy policy, EgressLog log, INetwork network, EgressLimits? limits = null, TimeProvider? time = null)
    {
        this.limits = limits ?? new();
        this.time = time ?? TimeProvider.System;
        connector = new(policy, network, this.limits, this.time, log);
        room = new(this.limits.Connections);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Server = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");
        accepting = AcceptAsync();
    }

    /// <summary>Its URL.</summary>
    public string Server { get; }

    /// <summary>How many connections there were.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>Ends every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        await closing.CancelAsync().ConfigureAwait(false);
        listener.Dispose();
        await accepting.ConfigureAwait(false);
        await Task.WhenAll(serving.Keys).ConfigureAwait(false);
        closing.Dispose();
        room.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                await room.WaitAsync(closing.Token).ConfigureAwait(false);
                var served = ServeAsync(await AcceptOneAsync().ConfigureAwait(false));
                serving.TryAdd(served, true);
                _ = served.ContinueWith(done => serving.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy is being closed.
        }
    }

    private async Task<Socket> AcceptOneAsync()
    {
        while (true)
        {
            try
            {
                var socket = await listener.AcceptAsync(closing.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                Interlocked.Increment(ref accepted);
                return socket;
            }
            catch (SocketException) when (!closing.IsCancellationRequested)
            {
                // One that went away before it was taken, or a machine short of handles: the next may fare better.
                await Task.Delay(Pause, time, closing.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        try
        {
            await new ProxyConnection(socket, connector, limits, time).ServeAsync(closing.Token).ConfigureAwait(false);
        }
        finally
        {
            room.Release();
        }
    }
}
