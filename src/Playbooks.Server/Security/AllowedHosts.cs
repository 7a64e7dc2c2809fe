using System.Net;

namespace Playbooks.Server.Security;

/// <summary>
/// Checks the host names of requests. Without this check, any site could resolve its name to this machine and then read responses as if
/// they were its own (DNS rebinding).
/// </summary>
internal sealed class AllowedHosts(PlaybooksOptions options, ServiceAccess access)
{
    /// <summary>Determines whether the host of a request is allowed.</summary>
    public bool Allow(HostString asked) =>
        options.AllowedHosts.Count > 0 ? options.AllowedHosts.Contains(asked.Host, StringComparer.OrdinalIgnoreCase)
        : !access.IsOpen || IsThisMachine(asked.Host);

    /// <summary>Determines whether a name is a loopback name.</summary>
    public static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
