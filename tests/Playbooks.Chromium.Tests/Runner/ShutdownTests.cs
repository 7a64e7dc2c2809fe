using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runner;

public sealed class ShutdownTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task All_runs_of_a_process_are_stopped_at_once_and_waited_for_together()
    {
        string[] ids = ["r1", "r2", "r3"];
        using var child = ChildProcess.Start(["browse", temp.Path, .. ids]);
        foreach (var _ in ids)
        {
            Assert.Equal("acting", await child.ReadLineAsync());
        }

        await child.SignalAsync(15);

        // None of them ends before the others do: stopped one after the other, each would be given up while it waits for the rest.
        Assert.All(ids, id =>
        {
            var status = StoredRun.ReadStatus(temp[id]);
            Assert.Equal((RunState.Terminated, false, ErrorCode.RunTerminated), (status.Status, status.Finalizing, status.Error?.Code));
            Assert.Empty(status.Problems);
            Assert.Contains(status.Artifacts, static artifact => artifact.Path == "trace.zip");
        });
    }

    [Theory]
    [InlineData(15, "SIGTERM")]
    [InlineData(2, "SIGINT")]
    public async Task A_process_that_is_told_to_end_runs_finally_and_ends_its_run_as_terminated_with_all_of_it_stored(int signal, string name)
    {
        using var child = ChildProcess.Start("browse", temp.Path, "r1");
        Assert.Equal("acting", await child.ReadLineAsync());

        await child.SignalAsync(signal);

        var run = StoredRun.Read(temp["r1"]);
        Assert.False(run.IsLive);
        Assert.Equal((RunState.Terminated, false, ErrorCode.RunTerminated), (run.Status.Status, run.Status.Finalizing, run.Status.Error?.Code));
        Assert.Contains(name, run.Status.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["1 passed", "2/login:1 failed", "2/login:finally.1 passed", "2 failed", "finally.1 passed"],
            run.Actions.Select(action => $"{action.Path} {(action.Success ? "passed" : "failed")}"));
        Assert.IsType<EndRecord>(run.Records[^1]);
        Assert.Empty(run.Problems);
        Assert.Empty(run.Status.Problems);
        Assert.Equal(
            ["actions.jsonl", "error-context.md", "playbook.yaml", "report.html", "screenshots/0001_click.jpg", "trace.zip"],
            run.Status.Artifacts.Select(artifact => artifact.Path));
        Assert.All(run.Status.Artifacts, artifact => Assert.Equal(artifact.Bytes, new FileInfo(Path.Combine(run.Folder, artifact.Path)).Length));
    }
}
