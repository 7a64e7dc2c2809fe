using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Assistants;
using Playbooks.Server.Catalog;
using Playbooks.Server.Gateway;
using Playbooks.Server.Pages.Assets;
using Playbooks.Server.Security;
using Playbooks.Server.Starting;
using Playbooks.Server.Working;

namespace Playbooks.Server;

/// <summary>Provides extension methods to add the run service.</summary>
public static class PlaybooksServerServiceCollectionExtensions
{
    // Slightly longer than the time limits of the three phases of a run's end together.
    private static readonly TimeSpan EndOfRuns = TimeSpan.FromSeconds(75);

    /// <summary>Adds the services that <see cref="PlaybooksEndpointRouteBuilderExtensions.MapPlaybooks"/> requires.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Sets options. Takes precedence over the configuration section <see cref="PlaybooksOptions.Section"/>.</param>
    public static IServiceCollection AddPlaybooksServer(this IServiceCollection services, Action<PlaybooksOptions>? configure = null)
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
        services.AddSingleton(static provider => PlaybookCatalog.Create(provider.GetRequiredService<PlaybooksOptions>().Assemblies));
        services.AddSingleton<RequestCheck>();
        services.AddSingleton<LocalWorker>();
        services.AddSingleton(static provider => new Lazy<LocalWorker>(provider.GetRequiredService<LocalWorker>));
        services.AddSingleton<IWorker>(static provider => provider.GetRequiredService<LocalWorker>());
        services.AddHostedService<WorkerLifetime>();
        services.PostConfigure<HostOptions>(static host => host.ShutdownTimeout = host.ShutdownTimeout < EndOfRuns ? EndOfRuns : host.ShutdownTimeout);
        services.AddOpenApi(ServiceDescription.Name, static document =>
        {
            // The program can have endpoints of its own, which do not belong in this description.
            document.ShouldInclude = static endpoint => endpoint.GroupName == ServiceDescription.Name;
            document.AddDocumentTransformer<ServiceDescription>().AddOperationTransformer<ServiceDescription>();
        });
        services.AddSingleton<PageAssets>();
        services.AddAssistants();
        return services;
    }
}
