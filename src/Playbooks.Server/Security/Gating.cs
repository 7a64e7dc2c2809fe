using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Playbooks.Server.Security;

/// <summary>Puts the gate in front of endpoints.</summary>
internal static class Gating
{
    /// <summary>Adds what the gate needs.</summary>
    public static void AddGate(this IServiceCollection services)
    {
        services.TryAddSingleton<ServiceToken>();
        services.TryAddSingleton<SessionCookie>();
        services.TryAddSingleton<LoginThrottle>();
        services.TryAddSingleton<AllowedHosts>();
        services.TryAddSingleton<RequestGate>();
        services.AddHostedService<ListeningCheck>();
    }

    /// <summary>Puts it in front of all endpoints of a group.</summary>
    public static void PassGate(this IEndpointConventionBuilder group) => group.Finally(static endpoint =>
    {
        var inner = endpoint.RequestDelegate!;
        var isOpen = endpoint.Metadata.OfType<AllowAnonymousEndpoint>().Any();
        endpoint.RequestDelegate = http => http.RequestServices.GetRequiredService<RequestGate>().Admit(http, isOpen) ? inner(http) : Task.CompletedTask;
    });

    /// <summary>Lets requests without a token reach an endpoint.</summary>
    public static TBuilder AllowsAnonymous<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(AllowAnonymousEndpoint.Mark);
        return endpoint;
    }
}
