using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Playbooks.Server.Security;

/// <summary>Adds the request gate, and the authentication and authorization before it, to endpoints.</summary>
internal static class Gating
{
    /// <summary>Registers the services of the gate.</summary>
    public static void AddGate(this IServiceCollection services)
    {
        services.TryAddSingleton<ServiceToken>();
        services.TryAddSingleton<ServiceAccess>();
        services.TryAddSingleton<SessionCookie>();
        services.TryAddSingleton<LoginThrottle>();
        services.TryAddSingleton<AllowedHosts>();
        services.TryAddSingleton<RequestGate>();
        services.AddSchemes();
        services.AddAuthorization();
        services.AddSingleton<IConfigureOptions<AuthorizationOptions>, AccessPolicy>();
        services.AddResultHandler();
        services.AddHostedService<ListeningCheck>();
        services.AddHostedService<AuthorizationPolicyCheck>();
    }

    /// <summary>Adds the policy and the gate to all endpoints of a group.</summary>
    public static void PassGate(this IEndpointConventionBuilder group)
    {
        group.Add(static endpoint => endpoint.Metadata.Add(new AccessMetadata(
            endpoint.ApplicationServices.GetRequiredService<PlaybooksOptions>().AuthorizationPolicy ?? PlaybooksAuthenticationDefaults.AuthorizationPolicy)));
        group.Finally(static endpoint =>
        {
            var inner = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                http.RequestServices.GetRequiredService<RequestGate>().Admit(http);
                return inner(http);
            };
        });
    }

    // Not AddAuthentication, because it brings a key store in memory and on disk, which nothing here needs.
    private static void AddSchemes(this IServiceCollection services)
    {
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        services.TryAddSingleton(TimeProvider.System);
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(PlaybooksAuthenticationDefaults.BearerScheme, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, SessionCookieHandler>(PlaybooksAuthenticationDefaults.CookieScheme, configureOptions: null)
            .AddPolicyScheme(PlaybooksAuthenticationDefaults.AuthenticationScheme, displayName: null, static either =>
                either.ForwardDefaultSelector = static http => http.RequestServices.GetRequiredService<ServiceToken>().IsCarriedBy(http.Request)
                    ? PlaybooksAuthenticationDefaults.BearerScheme
                    : PlaybooksAuthenticationDefaults.CookieScheme);
    }

    private static void AddResultHandler(this IServiceCollection services)
    {
        var handler = services.Last(static service => service.ServiceType == typeof(IAuthorizationMiddlewareResultHandler));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler>(provider => ActivatorUtilities.CreateInstance<AccessResultHandler>(provider, Create(provider)));

        IAuthorizationMiddlewareResultHandler Create(IServiceProvider provider) => (IAuthorizationMiddlewareResultHandler)(
            handler.ImplementationInstance
            ?? handler.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, handler.ImplementationType!));
    }
}
