using System.Net;
using System.Net.Sockets;
using System.Text;
using Playbooks.Guarding.Egress;
using Playbooks.Guarding.Urls;

namespace Playbooks.Tests.Guarding.Egress;

/// <summary>A test with an egress proxy, the hosts behind it, and clients of it.</summary>
public abstract class EgressTest : IAsyncLifetime
{
    private readonly List<IDisposable> clients = [];
    private EgressProxy? proxy;

    internal TestServer Server { get; private set; } = null!;

    internal TestNetwork Network { get; private protected set; } = null!;

    internal EgressLog Log { get; } = new();

    internal Guardrails Rules { get; set; } = new();

    internal EgressLimits Limits { get; set; } = new();

    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Starts with the first use, so that a test can set the rules before.</summary>
    internal EgressProxy Proxy => proxy ??= new(new UrlPolicy(Rules, null), Log, Network, Limits, Time);

    public virtual async Task InitializeAsync()
    {
        Server = await TestServer.StartAsync();
        Network = new TestNetwork(Server.Port).With("public.test", TestNetwork.Public).With("private.test", TestNetwork.Private);
    }

    public virtual async Task DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    /// <summary>A client that goes through the proxy.</summary>
    protected HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(Proxy.Server), AllowAutoRedirect = false, UseCookies = false });
        clients.Add(client);
        return client;
    }

    /// <summary>A bare connection to the proxy.</summary>
    protected async Task<NetworkStream> DialAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(Proxy.Server).Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        clients.Add(stream);
        return stream;
    }

    protected static Task SendAsync(NetworkStream to, string text) => to.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    /// <summary>All that comes until the proxy ends the connection.</summary>
    protected static async Task<string> ReadToEndAsync(NetworkStream from)
    {
        using var all = new MemoryStream();
        try
        {
            await from.CopyToAsync(all).WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (IOException)
        {
            // A connection that was reset has ended too.
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }

    /// <summary>What comes up to and with a text.</summary>
    protected static async Task<string> ReadToAsync(NetworkStream from, string last)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith(last, StringComparison.Ordinal) && await from.ReadAsync(one).AsTask().WaitAsync(TimeSpan.FromSeconds(20)) == 1)
        {
            text.Append((char)one[0]);
        }

        return text.ToString();
    }
}
