using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Playbooks.Guarding.Egress;

namespace Playbooks.Tests.Guarding.Egress;

/// <summary>A network whose names the test gives, and whose public addresses all lead to one port of this machine.</summary>
internal sealed class TestNetwork(int port) : INetwork
{
    public static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");
    public static readonly IPAddress Private = IPAddress.Parse("10.0.0.5");

    private readonly ConcurrentDictionary<string, Func<int, IPAddress[]>> names = new();
    private readonly ConcurrentDictionary<string, int> lookups = new();

    public bool IsBehindProxy { get; init; }

    /// <summary>The addresses that were connected to, in order.</summary>
    public ConcurrentQueue<IPEndPoint> Connected { get; } = new();

    /// <summary>A name has these addresses.</summary>
    public TestNetwork With(string name, params IPAddress[] addresses) => With(name, _ => addresses);

    /// <summary>What a name has changes from lookup to lookup, the first being 1.</summary>
    public TestNetwork With(string name, Func<int, IPAddress[]> addresses)
    {
        names[name] = addresses;
        return this;
    }

    public int LookupsOf(string name) => lookups.GetValueOrDefault(name);

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => names.TryGetValue(host, out var addresses)
        ? Task.FromResult(addresses(lookups.AddOrUpdate(host, 1, static (_, count) => count + 1)))
        : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

    public Task<Socket> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        Connected.Enqueue(endPoint);
        return new MachineNetwork().ConnectAsync(new(IPAddress.Loopback, port), cancellationToken);
    }
}
