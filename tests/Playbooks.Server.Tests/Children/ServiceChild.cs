using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Children;

/// <summary>The service in a process of its own, to be killed or told to end. It says where it is.</summary>
internal static class ServiceChild
{
    public static async Task RunAsync(string root, string shop)
    {
        await using var service = await RunningService.StartAsync(
            options =>
            {
                options.OutputRoot = root;
                options.Run = options.Run with { BaseUrl = shop };
                options.MaxConcurrentRuns = 1;
            },
            static builder => builder.Services.AddSingleton<IHostLifetime, ConsoleLifetime>());
        await Console.Out.WriteLineAsync(service.Url.ToString());
        await service.WaitForShutdownAsync();
    }
}
