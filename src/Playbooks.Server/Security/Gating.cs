using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Playbooks.Server.Security;

/// <summary>Adds the request gate to endpoints.</summary>
internal static class Gating
{
    /// <summary>Registers the services of the gate.</summary>
    public static void AddGate(this IServiceCollection services)
    {
        services.TryAddSingleton<ServiceToken>();
        services.TryAddSingleton<SessionCookie>();
        services.TryAddSingleton<LoginThrottle>();
        services.TryAddSingleton<AllowedHosts>();
        services.TryAddSingleton<RequestGate>();
        services.AddHostedService<ListeningCheck>();
    }

    /// <summary>Adds the gate to all endpoints of a group.</summary>
    public static void PassGate(this IEndpointConventionBuilder group) => group.Finally(static endpoint =>
    {
        var inner = endpoint.RequestDelegate!;
        var isOpen = endpoint.Metadata.OfType<AllowAnonymousEndpoint>().Any();
        endpoint.RequestDelegate = http => http.RequestServices.GetRequiredService<RequestGate>().Admit(http, isOpen) ? inner(http) : Task.CompletedTask;
    });

    /// <summary>Allows requests without a token for an endpoint.</summary>
    public static TBuilder AllowsAnonymous<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(AllowAnonymousEndpoint.Mark);
        return endpoint;
    }
}
