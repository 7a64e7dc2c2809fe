using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>A service whose folder of runs holds links to what is none of its own.</summary>
public sealed class OutsideRuns : IAsyncLifetime
{
    /// <summary>Stands in every file that must not be read.</summary>
    internal const string Canary = "canary-outside-of-all-runs";

    private RunningService? service;

    /// <summary>The folder that holds both, whose name is nobody's business either.</summary>
    internal string Parent { get; } = Directory.CreateTempSubdirectory("playbooks-server-tests-").FullName;

    internal RunningService Service => service!;

    public async Task InitializeAsync()
    {
        var outside = Directory.CreateDirectory(Path.Combine(Parent, "outside", "screenshots")).Parent!.FullName;
        foreach (var file in (string[])["actions.jsonl", "status.json", "trace.zip", "report.html", "secret.txt", "screenshots/0001_click.jpg"])
        {
            await File.WriteAllTextAsync(Path.Combine(outside, file), Canary);
        }

        var root = Directory.CreateDirectory(Path.Combine(Parent, "root")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(root, "linked"), outside);
        var half = Directory.CreateDirectory(Path.Combine(root, "half")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(half, "screenshots"), Path.Combine(outside, "screenshots"));
        foreach (var file in (string[])["actions.jsonl", "status.json", "trace.zip", "report.html"])
        {
            File.CreateSymbolicLink(Path.Combine(half, file), Path.Combine(outside, file));
        }

        service = await RunningService.StartAsync(options => options.OutputRoot = root);
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        Directory.Delete(Parent, recursive: true);
    }
}
