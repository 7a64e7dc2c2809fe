using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Playbooks.Server.Security;

/// <summary>
/// Prevents a service without authentication from starting on addresses that other machines can reach. Addresses are checked before the server
/// listens, as far as they are known by then, and again afterwards. Requests in between are rejected one by one.
/// </summary>
internal sealed class ListeningCheck(ServiceAccess access, IServer server, IConfiguration configuration) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Check(Listening() is { Count: > 0 } set ? set : Configured());
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Check(Listening());
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Determines whether a connection uses loopback, or is not a network connection at all.</summary>
    public static bool IsLocal(ConnectionInfo connection) => connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private ICollection<string> Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    // In the order in which Kestrel applies them.
    private IReadOnlyList<string> Configured()
    {
        List<string> endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"]).OfType<string>()];
        var urls = Split(configuration["urls"]);
        return endpoints.Count > 0 ? endpoints
            : urls.Length > 0 ? urls
            : [.. Split(configuration["http_ports"]).Concat(Split(configuration["https_ports"])).Select(static port => $"http://*:{port}")];
    }

    private void Check(IEnumerable<string> addresses)
    {
        if (access.IsOpen && addresses.FirstOrDefault(static address => !IsLocal(address)) is { } open)
        {
            throw new PlaybookException(
                ErrorCode.InvalidRequest,
                $"The service would listen on {open}, which other machines can reach, without a token. Set {PlaybooksOptions.ApiKeyVariable} to a long random string, or listen on http://localhost only.");
        }
    }

    private static bool IsLocal(string address)
    {
        if (address.Contains("://unix:", StringComparison.OrdinalIgnoreCase) || address.Contains("://pipe:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // `*` and `+` are hosts here, but not in URLs.
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && AllowedHosts.IsThisMachine(url.DnsSafeHost);
    }

    private static string[] Split(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
