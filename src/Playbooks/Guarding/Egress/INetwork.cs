using System.Net;
using System.Net.Sockets;

namespace Playbooks.Guarding.Egress;

/// <summary>Resolves names and connects to addresses.</summary>
internal interface INetwork
{
    /// <summary>Gets whether the machine is configured to use a proxy, which then resolves names and connects to addresses itself.</summary>
    bool IsBehindProxy { get; }

    /// <summary>Resolves the addresses of a name.</summary>
    /// <exception cref="SocketException">The name has no address.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);

    /// <summary>Connects to an address.</summary>
    /// <exception cref="SocketException">The connection failed.</exception>
    Task<Socket> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken);
}

/// <summary>The network of this machine.</summary>
internal sealed class MachineNetwork : INetwork
{
    private static readonly Uri Somewhere = new("https://example.com/");

    public bool IsBehindProxy => HttpClient.DefaultProxy.GetProxy(Somewhere) is not null;

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);

    public async Task<Socket> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
