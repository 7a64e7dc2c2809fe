using System.Net.Sockets;

namespace Playbooks.Guarding.Egress;

/// <summary>Serves one connection of the browser to the proxy: a tunnel, or a sequence of plain requests.</summary>
internal sealed class ProxyConnection(Socket browserSocket, Connector connector, EgressLimits limits, TimeProvider time)
{
    /// <summary>Serves the connection until it ends. A disconnect on either side is not an error.</summary>
    public async Task ServeAsync(CancellationToken closing)
    {
        using var clock = new IdleClock(time, limits.Idle, closing);
        using var browser = new Wire(browserSocket, limits, clock);
        try
        {
            await ServeAsync(browser, clock).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The remaining side notices that the connection was closed.
        }
    }

    private async Task ServeAsync(Wire browser, IdleClock clock)
    {
        using var forwarder = new Forwarder(browser, connector, limits, clock);
        try
        {
            while (await browser.ReadHeadAsync().ConfigureAwait(false) is { } request)
            {
                if (request.Start[0] == "CONNECT")
                {
                    await TunnelAsync(browser, request.Start[1], clock).ConfigureAwait(false);
                    return;
                }

                if (!await forwarder.ForwardAsync(request).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (BadHeadException bad)
        {
            await browser.WriteAsync(ProxyAnswer.Bad(bad.Status, bad.Message)).ConfigureAwait(false);
        }
    }

    private async Task TunnelAsync(Wire browser, string where, IdleClock clock)
    {
        var target = ProxyTarget.FromTunnel(where) ?? throw new BadHeadException(400, "CONNECT requires a host and a port.");
        var connection = await connector.ConnectAsync(target.Host, target.Port, clock.Token).ConfigureAwait(false);
        if (connection.Socket is null)
        {
            await browser.WriteAsync(connection.ToAnswer()).ConfigureAwait(false);
            return;
        }

        using var server = new Wire(connection.Socket, limits, clock);
        await browser.WriteAsync(ProxyAnswer.TunnelStands).ConfigureAwait(false);
        await new Tunnel(browser, server, clock, limits.HalfOpen).RunAsync().ConfigureAwait(false);
    }
}
