using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Finalizing;
using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runs.Finalizing;

public sealed class LostRunsTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_run_whose_process_was_killed_gets_its_end_its_report_and_its_status_and_then_stays_as_it_is()
    {
        await KillAsync("r1", steps: 3);
        File.AppendAllText(temp.File("r1/.unmasked-trace/written.tmp"), "secret");
        File.AppendAllText(temp["r1/actions.jsonl"], """{"type":"act""");
        var lost = StoredRun.Read(temp["r1"]);

        var done = await new LostRuns(temp.Path).FinalizeAsync();

        Assert.Equal("r1", Assert.Single(done.RunIds));
        Assert.Empty(done.Problems);
        var run = StoredRun.Read(temp["r1"]);
        Assert.Equal((3, RunState.Terminated, false), (run.Actions.Count(), run.Status.Status, run.Status.Finalizing));
        Assert.Equal((4, ErrorCode.WorkerLost, lost.Status.Error!.Message), (run.End!.Id, run.End.Error!.Code, run.End.Error.Message));
        Assert.Equal(
            LogJson.Write(lost.Status),
            LogJson.Write(run.Status with { Artifacts = [], Problems = [] }));
        Assert.Contains("the last line ends after 12 bytes", Assert.Single(run.Status.Problems), StringComparison.Ordinal);
        Assert.Empty(run.Problems);
        Assert.Equal(["actions.jsonl", "error-context.md", "playbook.yaml", "report.html"], run.Status.Artifacts.Select(file => file.Path));
        Assert.Contains(run.End.Error.Message, File.ReadAllText(temp["r1/report.html"]), StringComparison.Ordinal);
        Assert.Contains("r1/report.html", File.ReadAllText(temp["index.html"]), StringComparison.Ordinal);
        Assert.False(Directory.Exists(temp["r1/.unmasked-trace"]));
        Assert.Equal(LogJson.Write(run.Status), LogJson.Write(StoredRun.ReadStatus(temp["r1"])));

        var before = Contents("r1");
        Assert.Empty((await new LostRuns(temp.Path).FinalizeAsync()).RunIds);
        Assert.Equal(before, Contents("r1"));
    }

    [Fact]
    public async Task Of_many_that_try_at_once_one_finalizes_each_run()
    {
        using (Start("r1"))
        using (Start("r2"))
        using (Start("r3"))
        {
        }

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new LostRuns(temp.Path).FinalizeAsync())));

        Assert.Empty(all.SelectMany(done => done.Problems));
        Assert.Equal(["r1", "r2", "r3"], all.SelectMany(done => done.RunIds).Order());
        Assert.All(["r1", "r2", "r3"], id => Assert.Single(StoredRun.Read(temp[id]).Records.OfType<EndRecord>()));
    }

    [Fact]
    public async Task A_run_that_goes_on_and_one_that_is_final_are_left_alone()
    {
        using (var ended = Start("ended"))
        {
            ended.End(MadeRun.Result(new(temp.Path, "ended")));
            ended.Commit([]);
        }

        using var child = ChildProcess.Start("run", temp.Path, "live", "1");
        Assert.Equal("started", await child.ReadLineAsync());
        Assert.Equal("1", await child.ReadLineAsync());

        var done = await new LostRuns(temp.Path).FinalizeAsync();

        Assert.Equal((0, 0), (done.RunIds.Count, done.Problems.Count));
        Assert.Equal((true, 1), (StoredRun.Read(temp["live"]).IsLive, StoredRun.Read(temp["live"]).Records.Count));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_after_its_end_keeps_its_outcome()
    {
        using (var journal = Start("r1"))
        {
            journal.End(MadeRun.Result(new(temp.Path, "r1")));
        }

        await new LostRuns(temp.Path).FinalizeAsync();

        var run = StoredRun.Read(temp["r1"]);
        Assert.Equal((RunState.Completed, Outcome.Passed, false), (run.Status.Status, run.Status.Result, run.Status.Finalizing));
        Assert.StartsWith("The run's process ended before the evidence was complete", Assert.Single(run.Status.Problems), StringComparison.Ordinal);
        Assert.True(File.Exists(temp["r1/report.html"]));
    }

    [Fact]
    public async Task The_end_that_found_no_room_on_the_disk_is_the_one_that_the_status_tells()
    {
        using (var journal = Start("r1"))
        {
            journal.End(MadeRun.Result(new(temp.Path, "r1")));
        }

        var log = temp["r1/actions.jsonl"];
        File.WriteAllLines(log, File.ReadAllLines(log)[..^1]);

        await new LostRuns(temp.Path).FinalizeAsync();

        Assert.Equal((RunState.Completed, Outcome.Passed), (StoredRun.Read(temp["r1"]).End!.Status, StoredRun.Read(temp["r1"]).Status.Result));
    }

    [Fact]
    public async Task What_cannot_be_finalized_is_told_and_keeps_no_other_from_it()
    {
        using (Start("broken"))
        using (Start("fine"))
        {
        }

        File.WriteAllText(temp["broken/actions.jsonl"], "nothing");

        var done = await new LostRuns(temp.Path).FinalizeAsync();

        Assert.Equal("fine", Assert.Single(done.RunIds));
        Assert.StartsWith($"The lost run in {temp["broken"]} could not be finalized: ", Assert.Single(done.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        using var elsewhere = new TempFolder();
        using (Start("r1", elsewhere.Path))
        using (Start("r2", elsewhere.Path))
        {
        }

        Directory.CreateSymbolicLink(temp["r1"], elsewhere["r1"]);
        Directory.CreateDirectory(temp["r2"]);
        File.CreateSymbolicLink(temp["r2/actions.jsonl"], elsewhere["r2/actions.jsonl"]);
        var before = File.ReadAllText(elsewhere["r2/actions.jsonl"]);

        var done = await new LostRuns(temp.Path).FinalizeAsync();

        Assert.Empty(done.RunIds);
        Assert.Contains("actions.jsonl is a link", Assert.Single(done.Problems), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(elsewhere["r2/actions.jsonl"]));
        Assert.Null(StoredRun.Read(elsewhere["r1"]).End);
    }

    [Fact]
    public async Task A_folder_of_runs_that_is_not_there_holds_none() =>
        Assert.Empty((await new LostRuns(temp["nowhere"]).FinalizeAsync()).RunIds);

    private async Task KillAsync(string id, int steps)
    {
        using var child = ChildProcess.Start("run", temp.Path, id, "3");
        for (var line = 0; line <= steps; line++)
        {
            await child.ReadLineAsync();
        }

        await child.KillAsync();
    }

    private RunJournal Start(string id, string? root = null)
    {
        var journal = new RunJournal(new(root ?? temp.Path, id), new() { TimeProvider = new ManualTime() }, SecretMask.None);
        journal.Start(MadeRun.Started(id), null);
        return journal;
    }

    private List<string> Contents(string id) => [.. Directory.GetFiles(temp[id], "*", SearchOption.AllDirectories).Order().Select(file => file + "\n" + File.ReadAllText(file))];
}
