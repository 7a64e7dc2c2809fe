using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Children;

/// <summary>A gateway in a process of its own, whose memory is measured. It says where it is, and at the end how much memory it took at most since then.</summary>
internal static class GatewayChild
{
    public static async Task RunAsync(string root, string worker)
    {
        await using var service = await RunningService.StartAsync(options =>
        {
            options.Role = PlaybooksRole.Gateway;
            options.OutputRoot = root;
            options.Workers.Add(new(worker));
        });
        // So that what is measured is what is sent, and not the start.
        using (await service.Client.GetAsync("/runs/warm/recording/trace"))
        {
            await Console.Out.WriteLineAsync(service.Url.ToString());
        }

        var before = await PeakAsync();
        await Console.In.ReadToEndAsync();
        await Console.Out.WriteLineAsync($"{await PeakAsync() - before}");
    }

    /// <summary>The most memory that this process has had, in KiB.</summary>
    private static async Task<long> PeakAsync()
    {
        var line = (await File.ReadAllLinesAsync("/proc/self/status")).Single(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line["VmHWM:".Length..^"kB".Length], System.Globalization.CultureInfo.InvariantCulture);
    }
}
