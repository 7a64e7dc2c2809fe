using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Egress;

/// <summary>
/// The only route from a run's browser to the network: an HTTP proxy on a loopback port that resolves each name once, checks the address, and
/// connects to exactly that address, so that no redirect, frame, script, WebSocket, or changing name can lead elsewhere.
/// </summary>
/// <remarks>
/// The proxy requires no password. With a password, Playwright would intercept every request of the context, even those that bypass the
/// proxy, and disable its cache. Other users of the port gain only what any process of this machine has anyway, minus what the guardrails
/// block.
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

    /// <summary>Starts the proxy.</summary>
    /// <param name="policy">Determines which hosts are allowed.</param>
    /// <param name="log">Records the hosts that were not connected.</param>
    /// <param name="network">Resolves names and connects.</param>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <param name="time">The clock for the limits, or null for the system's.</param>
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

    /// <summary>Gets the URL of the proxy.</summary>
    public string Server { get; }

    /// <summary>Gets the number of accepted connections.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>Closes all connections.</summary>
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
                // The client disconnected before it was accepted, or the machine is short of handles. The next one may succeed.
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
