using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Tests.Gateway;

/// <summary>A worker of raw sockets, which says byte by byte what a test wants, and then closes the connection or keeps it open in silence.</summary>
internal sealed class FaultyWorker : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task accepting;
    private int streams;

    private FaultyWorker()
    {
        listener.Start();
        Url = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>What it says of the run's status; it has the run at work unless a test wants something else.</summary>
    public Reply Status { get; set; } = Json(new RunStatus { RunId = "live", Playbook = "greet", Status = RunState.Running });

    public Reply Stream { get; set; } = new(string.Empty);

    public Reply Trace { get; set; } = new(string.Empty);

    /// <summary>What it says to <c>POST /runs</c>.</summary>
    public Reply Start { get; set; } = new(string.Empty);

    /// <summary>How often a run was to be started.</summary>
    public int Starts { get; private set; }

    /// <summary>With so many streams open at once they are answered; before, they wait.</summary>
    public int Together { get; set; } = 1;

    public static FaultyWorker Listen() => new();

    /// <summary>An answer with a body that is not over before the connection is.</summary>
    public static Reply Chunked(string contentType, params string[] chunks) => new(
        $"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nTransfer-Encoding: chunked\r\n\r\n"
        + string.Concat(chunks.Select(static chunk => $"{Encoding.UTF8.GetByteCount(chunk).ToString("x", CultureInfo.InvariantCulture)}\r\n{chunk}\r\n")));

    /// <summary>A whole answer.</summary>
    public static Reply Json(RunStatus status, int code = 200) => Whole("application/json", LogJson.Write(status), code);

    public static Reply Whole(string contentType, string body, int code = 200) =>
        new($"HTTP/1.1 {code} It\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>Stops listening, and closes what is open.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!ended.IsCancellationRequested)
        {
            await ended.CancelAsync();
            listener.Stop();
            await accepting;
        }
    }

    private async Task AcceptAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true)
            {
                answering.Add(AnswerAsync(await listener.AcceptTcpClientAsync(ended.Token)));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(answering);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var closing = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var line = await reader.ReadLineAsync(ended.Token);
            while (await reader.ReadLineAsync(ended.Token) is { Length: > 0 })
            {
                // The other headers do not matter.
            }

            var reply = await PickAsync(line ?? string.Empty);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(reply.Text), ended.Token);
            if (reply.Hangs)
            {
                await Task.Delay(Timeout.Infinite, ended.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            // Either side has gone.
        }
    }

    private async Task<Reply> PickAsync(string line)
    {
        if (line.StartsWith("POST /runs ", StringComparison.Ordinal))
        {
            Starts++;
            return Start;
        }

        if (line.Contains("/recording/trace", StringComparison.Ordinal))
        {
            return Trace;
        }

        if (!line.Contains("/stream", StringComparison.Ordinal))
        {
            return Status;
        }

        if (Interlocked.Increment(ref streams) >= Together)
        {
            all.TrySetResult();
        }

        await all.Task.WaitAsync(ended.Token);
        return Stream;
    }

    /// <summary>What is sent, byte by byte.</summary>
    /// <param name="Text">All of it, from the status line on.</param>
    /// <param name="Hangs">Whether the connection stays open behind it.</param>
    internal sealed record Reply(string Text, bool Hangs = false);
}
