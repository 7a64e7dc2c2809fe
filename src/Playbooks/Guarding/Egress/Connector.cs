using System.Net;
using System.Net.Sockets;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Egress;

/// <summary>The result of a connection that the browser requested.</summary>
/// <param name="Socket">The connection, or null if there is none.</param>
/// <param name="Refusal">The guardrail that blocks the connection, or null.</param>
/// <param name="Problem">The reason why an allowed connection failed, or null.</param>
internal sealed record Connection(Socket? Socket, Refusal? Refusal = null, string? Problem = null)
{
    /// <summary>Creates the response to the browser if there is no connection.</summary>
    public byte[] ToAnswer() => Refusal is { } refusal ? ProxyAnswer.Refused(refusal) : ProxyAnswer.Unreachable(Problem ?? "It could not be reached");
}

/// <summary>Connects to a host: resolves its name once, checks the addresses, and connects to an allowed one.</summary>
internal sealed class Connector(UrlPolicy policy, INetwork network, EgressLimits limits, TimeProvider time, EgressLog log)
{
    /// <summary>Connects to a host.</summary>
    /// <exception cref="OperationCanceledException">The proxy is being closed.</exception>
    public async Task<Connection> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var name = HostText.Canonical(host);
        var connection = policy.Connection(name) is { } refusal
            ? new(null, refusal)
            : await InTimeAsync(name, port, cancellationToken).ConfigureAwait(false);
        if (connection.Refusal is { } refused)
        {
            log.Refused(name, refused);
        }
        else if (connection.Problem is { } problem)
        {
            log.Unreachable(name, problem);
        }
        else
        {
            log.Connected(name);
        }

        return connection;
    }

    private async Task<Connection> InTimeAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Connect, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ResolvedAsync(host, port, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, Problem: $"{host} did not respond within {limits.Connect.TotalSeconds:0} s");
        }
    }

    private async Task<Connection> ResolvedAsync(string host, int port, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = HostText.Address(host) is { } written ? [written] : await network.ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            addresses = [];
        }

        if (addresses.Length == 0)
        {
            return new(null, Problem: $"the name {host} could not be resolved");
        }

        var allowed = Array.FindAll(addresses, address => policy.Address(host, address) is null);
        return allowed.Length == 0
            ? new(null, policy.Address(host, addresses[0]))
            : await FirstAsync(host, allowed, port, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Connection> FirstAsync(string host, IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        SocketError last = default;
        foreach (var address in addresses)
        {
            try
            {
                return new(await network.ConnectAsync(new(address, port), cancellationToken).ConfigureAwait(false));
            }
            catch (SocketException failure)
            {
                last = failure.SocketErrorCode;
            }
        }

        return new(null, Problem: last == SocketError.ConnectionRefused ? $"{host} refused the connection" : $"{host} could not be reached ({last})");
    }
}
