using System.Net;
using System.Net.Sockets;

namespace Playbooks.Guarding.Egress;

/// <summary>Names and connections, as the machine gives them.</summary>
internal interface INetwork
{
    /// <summary>Whether the machine is told to reach the network through a proxy, so that names and addresses out there are the proxy's business.</summary>
    bool IsBehindProxy { get; }

    /// <summary>The addresses of a name.</summary>
    /// <exception cref="SocketException">It has none.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);

    /// <summary>A connection to an address.</summary>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    Task<Socket> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken);
}

/// <summary>This machine's.</summary>
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
