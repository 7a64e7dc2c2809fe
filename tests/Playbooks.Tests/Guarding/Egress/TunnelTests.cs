using System.Net;
using System.Net.Sockets;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Guarding.Egress;

public sealed class TunnelTests : EgressTest, IDisposable
{
    private const string Connect = "CONNECT public.test:443 HTTP/1.1\r\nHost: public.test:443\r\n\r\n";
    private const string Stands = "HTTP/1.1 200 Connection established\r\n\r\n";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        listener.Start();
        var names = new TestNetwork(((IPEndPoint)listener.LocalEndpoint).Port);
        Network = names.With("public.test", TestNetwork.Public).With("private.test", TestNetwork.Private);
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Bytes_pass_in_both_directions_and_the_end_of_one_does_not_end_the_other()
    {
        var (near, far) = await TunnelAsync();

        await SendAsync(near, "ping");
        Assert.Equal("ping", await ReadToAsync(far, "ping"));
        near.Socket.Shutdown(SocketShutdown.Send);
        Assert.Equal("", await ReadToEndAsync(far));
        await SendAsync(far, "pong");
        far.Close();

        Assert.Equal("pong", await ReadToEndAsync(near));
        Assert.Equal([new IPEndPoint(TestNetwork.Public, 443)], Network.Connected);
    }

    [Fact]
    public async Task What_was_sent_together_with_the_request_is_not_lost()
    {
        var near = await DialAsync();
        await SendAsync(near, Connect + "early");
        using var far = await AcceptAsync();

        Assert.Equal("early", await ReadToAsync(far, "early"));
    }

    [Fact]
    public async Task Many_bytes_pass_though_the_reader_is_slow_to_begin()
    {
        var (near, far) = await TunnelAsync();
        var bytes = new byte[8_000_000];
        Random.Shared.NextBytes(bytes);

        var sending = far.WriteAsync(bytes).AsTask().ContinueWith(_ => far.Close(), TaskScheduler.Default);
        using var received = new MemoryStream();
        await near.CopyToAsync(received);
        await sending;

        Assert.Equal(bytes, received.ToArray());
    }

    [Fact]
    public async Task A_private_host_is_refused_and_never_connected_to()
    {
        var near = await DialAsync();
        await SendAsync(near, "CONNECT private.test:443 HTTP/1.1\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 Forbidden", await ReadToEndAsync(near), StringComparison.Ordinal);
        Assert.Empty(Network.Connected);
        Assert.NotNull(Log.RefusalOf("private.test"));
    }

    [Fact]
    public async Task A_tunnel_in_which_nothing_happens_ends_at_the_limit()
    {
        var time = new ManualTime();
        Time = time;
        var (near, far) = await TunnelAsync();
        using var kept = far;
        var ended = ReadToEndAsync(near);

        await time.PassAsync(ended, Limits.Idle * 3, soon: Limits.Idle);

        Assert.Equal("", await ended);
    }

    [Fact]
    public async Task A_tunnel_that_one_side_has_ended_is_not_kept_for_the_other_for_long()
    {
        var time = new ManualTime();
        Time = time;
        Limits = new() { Idle = TimeSpan.FromDays(20) };
        var (near, far) = await TunnelAsync();
        using var kept = far;
        near.Socket.Shutdown(SocketShutdown.Send);
        var ended = ReadToEndAsync(near);

        await time.PassAsync(ended, Limits.HalfOpen, soon: Limits.HalfOpen);

        Assert.Equal("", await ended);
    }

    [Fact]
    public async Task More_connections_than_the_limit_wait_until_one_ends()
    {
        Limits = new() { Connections = 1 };
        var (near, far) = await TunnelAsync();
        var second = await DialAsync();
        await SendAsync(second, "CONNECT private.test:443 HTTP/1.1\r\n\r\n");
        Assert.Equal(1, Proxy.Accepted);

        far.Close();
        near.Close();

        Assert.StartsWith("HTTP/1.1 403", await ReadToEndAsync(second), StringComparison.Ordinal);
        Assert.Equal(2, Proxy.Accepted);
    }

    [Fact]
    public async Task Closing_the_proxy_ends_every_connection()
    {
        var (near, far) = await TunnelAsync();
        using var kept = far;
        var waiting = await DialAsync();

        await Proxy.DisposeAsync();

        Assert.Equal("", await ReadToEndAsync(near));
        Assert.Equal("", await ReadToEndAsync(far));
        Assert.Equal("", await ReadToEndAsync(waiting));
    }

    private async Task<(NetworkStream Near, NetworkStream Far)> TunnelAsync()
    {
        var near = await DialAsync();
        await SendAsync(near, Connect);
        var far = await AcceptAsync();
        Assert.Equal(Stands, await ReadToAsync(near, "\r\n\r\n"));
        return (near, far);
    }

    private async Task<NetworkStream> AcceptAsync() => new(await listener.AcceptSocketAsync(), ownsSocket: true);
}
