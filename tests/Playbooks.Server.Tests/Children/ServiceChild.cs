using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Children;

/// <summary>The service in a process of its own, to be killed. It says where it is, and ends when its input does.</summary>
internal static class ServiceChild
{
    public static async Task RunAsync(string root, string shop)
    {
        await using var service = await RunningService.StartAsync(options =>
        {
            options.OutputRoot = root;
            options.Run = options.Run with { BaseUrl = shop };
            options.MaxConcurrentRuns = 1;
        });
        await Console.Out.WriteLineAsync(service.Url.ToString());
        await Console.In.ReadToEndAsync();
    }
}
