using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server.Files;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>Registers the services of the gateway.</summary>
internal static class GatewayServices
{
    public static void AddGateway(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<CompleteEvents>();
        services.AddSingleton<LogEvents>();
        services.AddSingleton<Subscribers>();
        services.AddSingleton<SseWriter>();
        services.AddSingleton<StoredRuns>();
        services.AddSingleton<HttpWorkers>();
        services.AddSingleton(static provider => new Workers(
            [
                .. provider.GetRequiredService<PlaybooksOptions>().Role.HasFlag(PlaybooksRole.Worker) ? provider.GetServices<IWorker>() : [],
                .. provider.GetRequiredService<HttpWorkers>().All,
            ],
            provider.GetRequiredService<ILogger<Workers>>()));
        services.AddSingleton<RunLocations>();
        services.AddSingleton<RunGateway>();
        services.AddSingleton<StoredFiles>();
        services.AddSingleton<RunFileSender>();
    }
}
