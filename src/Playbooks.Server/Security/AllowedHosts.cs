using System.Net;

namespace Playbooks.Server.Security;

/// <summary>
/// The names under which the service may be asked for. Without this any site could have its own name lead to this machine, and then
/// read answers as if they were its own.
/// </summary>
internal sealed class AllowedHosts(PlaybooksOptions options, ServiceToken token)
{
    /// <summary>Whether a request asks for one of them.</summary>
    public bool Allow(HostString asked) =>
        options.AllowedHosts.Count > 0 ? options.AllowedHosts.Contains(asked.Host, StringComparer.OrdinalIgnoreCase)
        : token.IsSet || IsThisMachine(asked.Host);

    /// <summary>Whether a name is one of loopback's.</summary>
    public static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
