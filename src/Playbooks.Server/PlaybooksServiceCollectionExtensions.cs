using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Gateway;
using Playbooks.Server.Pages.Assets;
using Playbooks.Server.Security;
using Playbooks.Server.Starting;
using Playbooks.Server.Working;

namespace Playbooks.Server;

/// <summary>Adds the service of playbooks to a program.</summary>
public static class PlaybooksServiceCollectionExtensions
{
    // A little more than what the three phases of a run's end may take together.
    private static readonly TimeSpan EndOfRuns = TimeSpan.FromSeconds(75);

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

        options.PostConfigure<IConfiguration>(static (options, configuration) =>
            options.ApiKey = options.ApiKey is { Length: > 0 } set ? set : configuration[PlaybooksOptions.ApiKeyVariable]);
        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<PlaybooksOptions>, PlaybooksOptionsValidation>();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<PlaybooksOptions>>().Value);
        services.AddGate();
        services.AddGateway();
        services.AddSingleton(static provider => PlaybookCatalogue.Of(provider.GetRequiredService<PlaybooksOptions>().Assemblies));
        services.AddSingleton<RequestCheck>();
        services.AddSingleton<LocalWorker>();
        services.AddSingleton(static provider => new Lazy<LocalWorker>(provider.GetRequiredService<LocalWorker>));
        services.AddSingleton<IWorker>(static provider => provider.GetRequiredService<LocalWorker>());
        services.AddHostedService<WorkerLifetime>();
        services.PostConfigure<HostOptions>(static host => host.ShutdownTimeout = host.ShutdownTimeout < EndOfRuns ? EndOfRuns : host.ShutdownTimeout);
        services.AddOpenApi(ServiceDescription.Name, static document =>
        {
            // The program may have endpoints of its own, which are none of ours to describe.
            document.ShouldInclude = static endpoint => endpoint.GroupName == ServiceDescription.Name;
            document.AddDocumentTransformer<ServiceDescription>().AddOperationTransformer<ServiceDescription>();
        });
        services.AddSingleton<PageAssets>();
        return services;
    }
}
