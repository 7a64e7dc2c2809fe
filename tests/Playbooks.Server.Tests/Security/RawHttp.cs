using System.Net.Sockets;
using System.Text;

namespace Playbooks.Server.Tests.Security;

/// <summary>Sends bytes as they are, which no client would send.</summary>
internal static class RawHttp
{
    /// <summary>Sends one request and reads all that comes back; empty: the connection was closed without an answer.</summary>
    public static async Task<string> SendAsync(Uri service, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(service.Host, service.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
