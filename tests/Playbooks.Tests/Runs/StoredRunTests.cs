using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class StoredRunTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly RunDirectory folder;

    public StoredRunTests() => folder = new(temp.Path, "r1");

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_run_that_ended_is_read_as_it_was()
    {
        using (var journal = Start())
        {
            journal.OnStepStarted(MadeRun.Begins(1));
            journal.OnStepEnded(MadeRun.Passes(1) with { Output = "open" });
            journal.End(MadeRun.Result(folder));
            journal.Commit([new("trace.zip", 7)]);
        }

        var run = StoredRun.Read(folder.Path);

        Assert.Equal((folder.Path, false, "r1", MadeRun.Source), (run.Folder, run.IsLive, run.Header.RunId, run.SourceText));
        Assert.Equal((1, 2), (run.Actions.Count(), run.Records.Count));
        Assert.Equal(3000, run.End!.DurationMs);
        Assert.Empty(run.Problems);
        Assert.Equal((RunState.Completed, Outcome.Passed, false, 1), (run.Status.Status, run.Status.Result, run.Status.Finalizing, run.Status.ActionCount));
        Assert.Equal(["open"], run.Status.ExtractedTexts);
        Assert.Equal([new Artifact("trace.zip", 7)], run.Status.Artifacts);
        Assert.Empty(run.Status.Problems);
    }

    [Fact]
    public void The_status_is_rebuilt_from_the_log_as_the_run_itself_wrote_it()
    {
        using (var journal = Start())
        {
            journal.OnStepStarted(MadeRun.Begins(1));
            journal.OnStepEnded(MadeRun.Passes(1) with { Output = "open" });
            journal.OnStepStarted(MadeRun.Begins(2));
            journal.OnStepEnded(MadeRun.Fails(2, folder.Path));
            journal.End(MadeRun.Result(folder, Outcome.Failed, ErrorCode.StepFailed));
            journal.Commit([]);
        }

        var written = new StatusFile(folder.Path).Read()!;
        File.Delete(Path.Combine(folder.Path, "status.json"));

        var rebuilt = StoredRun.Read(folder.Path).Status with { Problems = [] };
        Assert.Equal(Playbooks.RunFolder.Log.LogJson.Write(written), Playbooks.RunFolder.Log.LogJson.Write(rebuilt));
    }

    [Fact]
    public async Task A_run_under_way_is_live_and_becomes_final_in_its_turn()
    {
        using var journal = Start();
        await journal.StatusWrittenAsync();
        Assert.Equal((true, RunState.Starting), StateOf(StoredRun.Read(folder.Path)));

        journal.OnStepStarted(MadeRun.Begins(1));
        await journal.StatusWrittenAsync();
        Assert.Equal((true, RunState.Running), StateOf(StoredRun.Read(folder.Path)));

        journal.End(MadeRun.Result(folder));
        await journal.StatusWrittenAsync();
        Assert.Equal((true, RunState.Completed), StateOf(StoredRun.Read(folder.Path)));
        Assert.True(StoredRun.Read(folder.Path).Status.Finalizing);

        journal.Commit([]);
        await journal.StatusWrittenAsync();
        Assert.False(StoredRun.Read(folder.Path).Status.Finalizing);
    }

    [Fact]
    public void A_run_whose_process_is_gone_before_its_end_was_terminated()
    {
        using (var journal = Start())
        {
            journal.OnStepStarted(MadeRun.Begins(1));
            journal.OnStepEnded(MadeRun.Passes(1));
        }

        var run = StoredRun.Read(folder.Path);

        Assert.Equal((false, RunState.Terminated), StateOf(run));
        Assert.Null(run.End);
        Assert.Equal(ErrorCode.WorkerLost, run.Status.Error!.Code);
        Assert.Equal(
            $"Process {Environment.ProcessId}, which executed the run, no longer exists, and the run did not end: the process was killed, crashed, or could not write. The log contains the 1 action(s) before that.",
            run.Status.Error.Message);
        Assert.False(run.Status.Finalizing);
    }

    [Fact]
    public void A_run_whose_process_is_gone_while_it_was_finalizing_keeps_its_outcome()
    {
        using (var journal = Start())
        {
            journal.End(MadeRun.Result(folder));
        }

        var run = StoredRun.Read(folder.Path);

        Assert.Equal((RunState.Completed, false), (run.Status.Status, run.Status.Finalizing));
        Assert.Equal("The run's process ended before the evidence was complete. A trace or a report may be missing.", Assert.Single(run.Status.Problems));
    }

    [Fact]
    public void A_run_whose_end_found_no_room_in_the_log_ended_as_its_status_says()
    {
        using (var journal = Start())
        {
            journal.End(MadeRun.Result(folder));
            journal.Commit([]);
        }

        var log = Path.Combine(folder.Path, "actions.jsonl");
        File.WriteAllLines(log, File.ReadAllLines(log)[..^1]);

        var run = StoredRun.Read(folder.Path);
        Assert.Null(run.End);
        Assert.Equal((RunState.Completed, Outcome.Passed, false), (run.Status.Status, run.Status.Result, run.Status.Finalizing));
    }

    [Fact]
    public void A_torn_line_is_a_problem_only_once_nobody_writes_it()
    {
        using (var journal = Start())
        {
            File.AppendAllText(Path.Combine(folder.Path, "actions.jsonl"), "{\"type\":\"act");
            Assert.Empty(StoredRun.Read(folder.Path).Problems);
        }

        Assert.Contains("the last line ends after", Assert.Single(StoredRun.Read(folder.Path).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_put_aside_is_read_like_any_other()
    {
        using (var journal = Start())
        {
            journal.End(MadeRun.Result(folder));
            journal.Commit([]);
        }

        using (Start())
        {
            Assert.Equal(2, StoredRun.Read(folder.Path).Header.Epoch);
            Assert.Equal((false, RunState.Completed), StateOf(StoredRun.Read(Path.Combine(folder.Path, "earlier", "1"))));
        }
    }

    [Fact]
    public void A_folder_that_is_missing_or_foreign_is_told()
    {
        temp.File("photos/beach.jpg");

        Assert.Equal(ErrorCode.NotFound, Assert.Throws<PlaybookException>(() => StoredRun.Read(temp["nobody"])).Code);
        Assert.Equal(ErrorCode.NotFound, Assert.Throws<PlaybookException>(() => StoredRun.Read(temp["photos"])).Code);
        Assert.Equal(["beach.jpg"], Directory.GetFileSystemEntries(temp["photos"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        Start().Dispose();
        Directory.CreateSymbolicLink(temp["link"], folder.Path);

        Assert.Equal(ErrorCode.InvalidPath, Assert.Throws<PlaybookException>(() => StoredRun.Read(temp["link"])).Code);
    }

    private RunJournal Start()
    {
        var journal = new RunJournal(folder, new() { TimeProvider = new ManualTime() }, SecretMask.None);
        journal.Start(MadeRun.Started("r1"), null);
        return journal;
    }

    private static (bool IsLive, RunState State) StateOf(StoredRun run) => (run.IsLive, run.Status.Status);
}
