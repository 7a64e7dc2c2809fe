using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Playbooks.Server.Gateway;

namespace Playbooks.Server;

/// <summary>Adds the service of playbooks to a program.</summary>
public static class PlaybooksServiceCollectionExtensions
{
    /// <summary>Adds what <see cref="PlaybooksEndpointRouteBuilderExtensions.MapPlaybooks"/> maps.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets options; it goes before the configuration's section <see cref="PlaybooksOptions.Section"/>.</param>
    public static IServiceCollection AddPlaybooks(this IServiceCollection services, Action<PlaybooksOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<PlaybooksOptions>().BindConfiguration(PlaybooksOptions.Section, static binding => binding.ErrorOnUnknownConfiguration = true);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<PlaybooksOptions>>().Value);
        services.AddSingleton<RunGateway>();
        services.AddRazorComponents();
        return services;
    }
}
