using System.Net.Http.Json;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;
using Playbooks.TestSupport;

namespace Playbooks.Server.Tests.Working;

public sealed class KilledWorkerTests : IDisposable
{
    private const int Sigterm = 15;
    private static readonly string[] Accepted = ["under-way", "in-line", "behind-it"];

    private readonly string root = Path.Combine(Path.GetTempPath(), "playbooks-server-tests", Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Every_run_that_a_killed_process_had_accepted_is_finalized_when_the_service_starts_again()
    {
        await using var shop = await ShopSite.StartAsync();
        using (var child = await StartWithRunsAsync(shop))
        {
            await child.KillAsync();
        }

        await using var service = await RunningService.StartAsync(options => options.OutputRoot = root);

        Assert.All(Accepted, id =>
        {
            var run = service.Read(id);
            var end = Assert.IsType<EndRecord>(run.Records[^1]);
            Assert.Equal((RunState.Terminated, ErrorCode.WorkerLost), (end.Status, end.Error!.Code));
            Assert.True(File.Exists(Path.Combine(run.Folder, "report.html")));
            Assert.Contains("terminated", File.ReadAllText(Path.Combine(run.Folder, "status.json")), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Runs_that_are_kept_too_long_are_removed_when_the_service_starts()
    {
        using (var old = new MadeLog(root, "old").Act(1).End())
        using (var young = new MadeLog(root, "young", TimeProvider.System.GetUtcNow()).Act(1).End())
        {
            // Both have ended.
        }

        await using var service = await RunningService.StartAsync(options => options.OutputRoot = root);

        Assert.Equal(["young"], Directory.GetDirectories(root).Select(Path.GetFileName).Where(static name => name![0] != '.'));
    }

    [Fact]
    public async Task A_process_that_is_told_to_end_finalizes_every_run_before_it_does()
    {
        await using var shop = await ShopSite.StartAsync();
        using var child = await StartWithRunsAsync(shop);

        await child.SignalAsync(Sigterm);

        Assert.All(Accepted, id =>
        {
            var run = StoredRun.Read(Path.Combine(root, id));
            var end = Assert.IsType<EndRecord>(run.Records[^1]);
            Assert.Equal((RunState.Terminated, ErrorCode.RunTerminated), (end.Status, end.Error!.Code));
            Assert.False(run.Status.Finalizing);
            Assert.Empty(run.Status.Problems);
            Assert.True(File.Exists(Path.Combine(run.Folder, "report.html")));
        });
    }

    private async Task<ChildProcess> StartWithRunsAsync(ShopSite shop)
    {
        var child = ChildProcess.Start("serve", root, shop.Url);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(await child.ReadLineAsync() ?? "no address") };
        foreach (var id in Accepted)
        {
            using var accepted = await client.PostAsJsonAsync("/runs", new { playbook = "slow", run_id = id });
            accepted.EnsureSuccessStatusCode();
        }

        await shop.SlowPageAskedAsync();
        return child;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
