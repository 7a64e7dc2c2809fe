using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Guarding.Egress;

public sealed class PlainRequestTests : EgressTest
{
    [Fact]
    public async Task A_request_is_passed_on_with_its_host_and_without_what_concerns_the_proxy_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://public.test/headers");
        request.Headers.TryAddWithoutValidation("Proxy-Authorization", "Basic c2VjcmV0");
        request.Headers.TryAddWithoutValidation("X-Mine", "yes");

        var headers = await (await Client().SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains("Host: public.test", headers, StringComparison.Ordinal);
        Assert.Contains("X-Mine: yes", headers, StringComparison.Ordinal);
        Assert.DoesNotContain("Proxy", headers, StringComparison.Ordinal);
        Assert.Equal([new IPEndPoint(TestNetwork.Public, 80)], Network.Connected);
    }

    [Fact]
    public async Task Requests_of_one_connection_share_the_one_to_the_server()
    {
        var client = Client();
        for (var index = 0; index < 5; index++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"http://public.test/{index}"))).StatusCode);
        }

        Assert.Equal(1, Proxy.Accepted);
        Assert.Single(Server.Connections);
        Assert.Single(Network.Connected);
    }

    [Fact]
    public async Task A_body_in_chunks_arrives_whole_in_both_directions()
    {
        var body = Enumerable.Range(0, 300_000).Select(index => (byte)index).ToArray();
        var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://public.test/echo") { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(body, await (await client.SendAsync(request)).Content.ReadAsByteArrayAsync());
        Assert.Equal(150_003, (await client.GetStringAsync(new Uri("http://public.test/chunks"))).Length);
        Assert.Single(Server.Connections);
    }

    [Fact]
    public async Task A_body_of_a_named_length_arrives_whole_also_after_the_server_was_asked_to_expect_it()
    {
        var body = Enumerable.Range(0, 3_000_000).Select(index => (byte)(index * 7)).ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://public.test/echo") { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = true;

        Assert.Equal(body, await (await Client().SendAsync(request)).Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("HEAD", "/")]
    [InlineData("GET", "/empty")]
    public async Task An_answer_without_a_body_does_not_hold_the_next_one_up(string method, string path)
    {
        var client = Client();
        using var request = new HttpRequestMessage(new(method), "http://public.test" + path);

        Assert.Empty(await (await client.SendAsync(request)).Content.ReadAsByteArrayAsync());
        Assert.Contains("Hello", await client.GetStringAsync(new Uri("http://public.test/next")), StringComparison.Ordinal);
        Assert.Equal(1, Proxy.Accepted);
    }

    [Fact]
    public async Task A_web_socket_goes_through_a_plain_upgrade()
    {
        var stream = await DialAsync();
        await SendAsync(stream, "GET http://public.test/ws HTTP/1.1\r\nHost: public.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 101", await ReadToAsync(stream, "\r\n\r\n"), StringComparison.Ordinal);
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = false });

        await socket.SendAsync("hi"u8.ToArray(), WebSocketMessageType.Text, true, default);
        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, default);

        Assert.Equal("echo hi", Encoding.UTF8.GetString(buffer, 0, received.Count));
    }

    [Fact]
    public async Task A_web_socket_goes_through_a_tunnel()
    {
        using var socket = new ClientWebSocket();
        socket.Options.Proxy = new WebProxy(Proxy.Server);
        await socket.ConnectAsync(new("ws://public.test/ws"), default);

        await socket.SendAsync("hi"u8.ToArray(), WebSocketMessageType.Text, true, default);
        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, default);

        Assert.Equal("echo hi", Encoding.UTF8.GetString(buffer, 0, received.Count));
    }

    [Fact]
    public async Task A_private_host_is_answered_with_a_page_that_names_the_rule_and_never_connected_to()
    {
        var answer = await Client().GetAsync(new Uri("http://private.test/"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("text/html", "utf-8"), answer.Content.Headers.ContentType);
        Assert.Contains("allow_private_networks: private.test resolved to 10.0.0.5, which is private", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Network.Connected);
        Assert.Equal("allow_private_networks: private.test resolved to 10.0.0.5, which is private", Log.RefusalOf("private.test")!.Rule);
    }

    [Fact]
    public async Task A_host_that_has_private_and_public_addresses_is_reached_at_a_public_one()
    {
        Network.With("both.test", TestNetwork.Private, TestNetwork.Public);

        Assert.Equal(HttpStatusCode.OK, (await Client().GetAsync(new Uri("http://both.test/"))).StatusCode);
        Assert.Equal([new IPEndPoint(TestNetwork.Public, 80)], Network.Connected);
    }

    [Fact]
    public async Task A_name_whose_address_changes_leads_only_to_the_address_that_was_judged()
    {
        Network.With("rebind.test", lookup => [lookup == 1 ? TestNetwork.Public : TestNetwork.Private]);

        // Each client has a connection of its own, so each name is looked up anew.
        Assert.Equal(HttpStatusCode.OK, (await Client().GetAsync(new Uri("http://rebind.test/"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Client().GetAsync(new Uri("http://rebind.test/"))).StatusCode);

        Assert.Equal(2, Network.LookupsOf("rebind.test"));
        Assert.Equal([new IPEndPoint(TestNetwork.Public, 80)], Network.Connected);
    }

    [Theory]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xa9.254.169.254/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://169.254.169.254./")]
    public async Task An_address_is_judged_whatever_its_spelling(string url)
    {
        var stream = await DialAsync();
        await SendAsync(stream, $"GET {url} HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403", await ReadToEndAsync(stream), StringComparison.Ordinal);
        Assert.Empty(Network.Connected);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_said_to_be_unknown()
    {
        var answer = await Client().GetAsync(new Uri("http://nowhere.test/"));

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("the name nowhere.test could not be resolved", Log.ProblemOf("nowhere.test"));
        Assert.Null(Log.RefusalOf("nowhere.test"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: public.test\r\n\r\n", "400")]
    [InlineData("GET https://public.test/ HTTP/1.1\r\nHost: public.test\r\n\r\n", "400")]
    [InlineData("GET http://user@public.test/ HTTP/1.1\r\nHost: public.test\r\n\r\n", "400")]
    [InlineData("GET http://public.test:0/ HTTP/1.1\r\nHost: public.test\r\n\r\n", "400")]
    [InlineData("GET http://public.test/ HTTP/1.0\r\n\r\n", "400")]
    [InlineData("CONNECT public.test HTTP/1.1\r\n\r\n", "400")]
    [InlineData("CONNECT :443 HTTP/1.1\r\n\r\n", "400")]
    [InlineData("nonsense\r\n\r\n", "400")]
    [InlineData("POST http://public.test/echo HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", "400")]
    [InlineData("POST http://public.test/echo HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n", "400")]
    [InlineData("POST http://public.test/echo HTTP/1.1\r\nContent-Length: -3\r\n\r\n", "400")]
    [InlineData("POST http://public.test/echo HTTP/1.1\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", "400")]
    [InlineData("GET http://public.test/ HTTP/1.1\r\nHost : public.test\r\n\r\n", "400")]
    public async Task What_is_no_request_for_a_proxy_or_can_be_read_in_two_ways_is_not_passed_on(string request, string status)
    {
        var stream = await DialAsync();
        await SendAsync(stream, request);

        Assert.StartsWith($"HTTP/1.1 {status} ", await ReadToEndAsync(stream), StringComparison.Ordinal);
        Assert.Empty(Network.Connected);
    }

    [Fact]
    public async Task A_head_that_does_not_end_is_refused_at_the_limit()
    {
        Limits = new() { HeadBytes = 4096 };
        var stream = await DialAsync();
        await SendAsync(stream, "GET http://public.test/ HTTP/1.1\r\nX: " + new string('x', 4096));

        Assert.StartsWith("HTTP/1.1 431 ", await ReadToEndAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_comes_too_slowly_ends_the_connection()
    {
        var time = new ManualTime();
        Time = time;
        var stream = await DialAsync();
        await SendAsync(stream, "GET http://public.test/ HTTP/1.1\r\n");
        var ended = ReadToEndAsync(stream);

        await time.PassAsync(ended, Limits.Head, soon: Limits.Head);

        Assert.Equal("", await ended);
    }

    [Fact]
    public async Task A_request_is_sent_again_where_the_server_had_closed_the_kept_connection()
    {
        using var flaky = new TcpListener(IPAddress.Loopback, 0);
        flaky.Start();
        await using var second = new ClosingProxy(new TestNetwork(((IPEndPoint)flaky.LocalEndpoint).Port).With("public.test", TestNetwork.Public));
        var answers = AnswerOnceEachAsync(flaky, 2);
        using var client = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(second.Proxy.Server) });

        Assert.Equal("1", await client.GetStringAsync(new Uri("http://public.test/")));
        Assert.Equal("2", await client.GetStringAsync(new Uri("http://public.test/")));
        await answers;
        Assert.Equal(1, second.Proxy.Accepted);
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    [InlineData("LOCK", 1)]
    [InlineData("GET", 2)]
    [InlineData("HEAD", 2)]
    [InlineData("OPTIONS", 2)]
    public async Task Only_a_request_that_changes_nothing_is_sent_again(string method, int expected)
    {
        using var flaky = new TcpListener(IPAddress.Loopback, 0);
        flaky.Start();
        await using var second = new ClosingProxy(new TestNetwork(((IPEndPoint)flaky.LocalEndpoint).Port).With("public.test", TestNetwork.Public));
        var count = 0;
        var serving = CloseWithoutAnswerAsync(flaky, method, () => Interlocked.Increment(ref count));
        using var client = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(second.Proxy.Server) });

        Assert.Equal("1", await client.GetStringAsync(new Uri("http://public.test/first")));
        using var request = new HttpRequestMessage(new(method), "http://public.test/again");
        Assert.Equal(HttpStatusCode.BadGateway, (await client.SendAsync(request)).StatusCode);
        Assert.Equal(expected, count);
        flaky.Stop();
        await serving;
    }

    // Answers the first request, and ends the connection on each of a method that comes then.
    private static async Task CloseWithoutAnswerAsync(TcpListener listener, string method, Action onRequest)
    {
        var answered = false;
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }

        async Task ServeAsync(TcpClient client)
        {
            using (client)
            {
                var stream = client.GetStream();
                while (await ReadToAsync(stream, "\r\n\r\n") is { Length: > 0 } head)
                {
                    if (answered)
                    {
                        Assert.StartsWith(method, head, StringComparison.Ordinal);
                        onRequest();
                        return;
                    }

                    answered = true;
                    await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1");
                }
            }
        }
    }

    // Promises to keep each connection and then closes it.
    private static async Task AnswerOnceEachAsync(TcpListener listener, int count)
    {
        for (var index = 1; index <= count; index++)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await ReadToAsync(stream, "\r\n\r\n");
            await SendAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{index}");
        }
    }

    private sealed class ClosingProxy(TestNetwork network) : IAsyncDisposable
    {
        public Playbooks.Guarding.Egress.EgressProxy Proxy { get; } = new(new(new(), null), new(), network);

        public ValueTask DisposeAsync() => Proxy.DisposeAsync();
    }
}
