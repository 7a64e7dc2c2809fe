using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class RunJournalTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly ManualTime time = new();
    private readonly RunDirectory folder;

    public RunJournalTests() => folder = new(temp.Path, "r1");

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_run_leaves_its_log_its_status_and_its_playbook()
    {
        using (var journal = Start())
        {
            Pass(journal, 1);
            Pass(journal, 2);
            journal.End(MadeRun.Result(folder));
            journal.Commit([new("trace.zip", 7)]);
            Assert.Empty(journal.Problems);
        }

        var log = Log();
        Assert.Equal([1, 2], log.Records.OfType<ActionRecord>().Select(action => action.Step));
        var end = Assert.IsType<EndRecord>(log.Records[^1]);
        Assert.Equal((RunState.Completed, Outcome.Passed, 2, 3000d), (end.Status, end.Outcome, end.ActionCount, end.DurationMs));
        Assert.Equal(MadeRun.Source, File.ReadAllText(Path.Combine(folder.Path, "playbook.yaml")));
        var status = Status();
        Assert.Equal((RunState.Completed, false, 2, "open"), (status.Status, status.Finalizing, status.ActionCount, status.Outputs["status"]));
        Assert.Equal([new Artifact("trace.zip", 7)], status.Artifacts);
        Assert.Equal(new(20, 2), status.Tokens);
    }

    [Fact]
    public async Task The_status_goes_from_starting_to_running_to_final_in_its_turn()
    {
        using var journal = Start();
        await journal.StatusWrittenAsync();
        Assert.Equal(RunState.Starting, Status().Status);

        journal.OnStepStarted(MadeRun.Begins(1));
        await journal.StatusWrittenAsync();
        Assert.Equal(RunState.Running, Status().Status);

        journal.End(MadeRun.Result(folder, Outcome.Failed, ErrorCode.StepFailed));
        await journal.StatusWrittenAsync();
        Assert.Equal((RunState.Failed, true), (Status().Status, Status().Finalizing));

        journal.Commit([]);
        await journal.StatusWrittenAsync();
        Assert.Equal((RunState.Failed, false), (Status().Status, Status().Finalizing));
    }

    [Theory]
    [InlineData(Outcome.Passed, null, RunState.Completed)]
    [InlineData(Outcome.Flaky, null, RunState.Completed)]
    [InlineData(Outcome.Recovered, null, RunState.Completed)]
    [InlineData(Outcome.Failed, ErrorCode.VerificationFailed, RunState.Failed)]
    [InlineData(Outcome.Failed, ErrorCode.Timeout, RunState.Timeout)]
    [InlineData(Outcome.Failed, ErrorCode.RunTerminated, RunState.Terminated)]
    public async Task The_state_says_how_it_ended(Outcome outcome, ErrorCode? code, RunState expected)
    {
        using var journal = Start();

        journal.End(MadeRun.Result(folder, outcome, code));

        Assert.Equal(expected, Assert.IsType<EndRecord>(Log().Records[^1]).Status);
        await journal.StatusWrittenAsync();
        Assert.Equal(code, Status().Error?.Code);
    }

    [Fact]
    public void Each_try_has_a_record_and_the_last_says_how_the_step_ended()
    {
        using var journal = Start();
        var first = MadeRun.Try(1, "Not there yet.");

        journal.OnStepStarted(MadeRun.Begins(1));
        journal.OnAttemptFailed(new(MadeRun.Step(1), first, IsLast: false));
        journal.OnStepEnded(MadeRun.Passes(1, first, MadeRun.Try(2)) with { Output = "open" });

        var actions = Actions();
        Assert.Equal([(1, false, null, "Not there yet."), (2, true, (Outcome?)Outcome.Flaky, null)], actions.Select(action => (action.Attempt, action.Success, action.Outcome, action.Cause)));
        Assert.All(actions, action => Assert.Equal(("step_1", "Do 1", "#cancel", "#cancel", 6, 7), (action.StepId, action.Description, action.Input["selector"], action.SelectorPrimary, action.Line, action.EndLine)));
        Assert.Equal((null, "open"), (actions[0].ResultText, actions[1].ResultText));
    }

    [Fact]
    public void A_failed_step_names_its_error_and_its_screenshot()
    {
        using var journal = Start();
        var only = MadeRun.Try(1, "No button.");

        journal.OnStepStarted(MadeRun.Begins(2));
        journal.OnAttemptFailed(new(MadeRun.Step(2), only, IsLast: true));
        journal.OnStepEnded(MadeRun.Fails(2, folder.Path, only));

        var action = Assert.Single(Actions());
        Assert.Equal((Outcome.Failed, "STEP_FAILED", "The order cannot be cancelled", "No button."), (action.Outcome, action.ErrorCode, action.Error, action.Cause));
        Assert.Equal((true, "0002_click.jpg", "http://shop/orders/1"), (action.HasScreenshot, action.Screenshot, action.Url));
    }

    [Fact]
    public void A_step_that_came_to_no_try_has_a_record_all_the_same()
    {
        using var journal = Start();

        journal.OnStepStarted(MadeRun.Begins(1));
        journal.OnStepEnded(MadeRun.Fails(1, folder.Path) with { Attempts = [], Cause = "The run was stopped.", ErrorCode = ErrorCode.RunTerminated });

        var action = Assert.Single(Actions());
        Assert.Equal((1, Outcome.Failed, "RUN_TERMINATED", "playbook"), (action.Attempt, action.Outcome, action.ErrorCode, action.Tool));
    }

    [Fact]
    public void What_a_recovery_agent_did_stands_between_the_failed_try_and_its_check()
    {
        using var journal = Start();
        var failed = MadeRun.Fails(2, folder.Path);

        journal.OnStepStarted(MadeRun.Begins(2));
        journal.OnAttemptFailed(new(MadeRun.Step(2), failed.Attempts[0], IsLast: true));
        journal.OnRecoveryStarted(failed);
        journal.OnRecoveryActed(new(MadeRun.Step(2), new(new("click", "text=Cancel"), Succeeded: true), MadeRun.Try(2)));
        journal.OnRecoveryActed(new(MadeRun.Step(2), new(new("key_press", "#why") { Params = new Dictionary<string, string> { ["text"] = "late" } }, Succeeded: true), MadeRun.Try(2)));
        journal.OnRecoveryEnded(new(failed, true, null, TimeSpan.FromSeconds(2), 300, 40));
        journal.OnStepEnded(failed with { Outcome = Outcome.Recovered, TakenOver = true, Attempts = [.. failed.Attempts, MadeRun.Try(2) with { Acted = false }] });

        var actions = Actions();
        Assert.Equal(
            [("playbook", "click", false, null), ("recovery", "click", true, null), ("recovery", "key_press", true, null), ("recovery", "llm_recover", true, null), ("recovery", "click", true, (Outcome?)Outcome.Recovered)],
            actions.Select(action => (action.Tool, action.Action, action.Success, action.Outcome)));
        Assert.Equal("0002_click.jpg", actions[0].Screenshot);
        Assert.Equal((300, 40), (actions[3].InputTokens, actions[3].OutputTokens));
        Assert.Equal("#why text=late", actions[2].InputSummary);
        Assert.Null(actions[4].Error);
    }

    [Fact]
    public void A_recovery_that_failed_ends_the_step_in_a_record_of_its_own()
    {
        using var journal = Start();
        var failed = MadeRun.Fails(2, folder.Path);

        journal.OnStepStarted(MadeRun.Begins(2));
        journal.OnRecoveryStarted(failed);
        journal.OnRecoveryEnded(new(failed, false, "It gave up.", TimeSpan.FromSeconds(2), 0, 0));
        journal.OnStepEnded(failed with { ErrorCode = ErrorCode.RecoveryFailed, Error = "Recovery failed: It gave up." });

        Assert.Equal(
            [(null, "STEP_FAILED"), (null, "RECOVERY_FAILED"), ((Outcome?)Outcome.Failed, "RECOVERY_FAILED")],
            Actions().Select(action => (action.Outcome, action.ErrorCode)));
        Assert.Equal("It gave up.", Actions()[1].Cause);
    }

    [Fact]
    public void The_start_page_is_step_0()
    {
        using var journal = Start();

        journal.StartPage("http://shop/", TimeSpan.FromMilliseconds(80), null, null);

        var action = Assert.Single(Actions());
        Assert.Equal((0, "goto", "http://shop/", true, 80d), (action.Step, action.Action, action.Input["url"], action.Success, action.DurationMs));
    }

    [Fact]
    public void Secrets_are_masked_in_whatever_the_journal_itself_writes()
    {
        using var journal = new RunJournal(folder, new() { TimeProvider = time }, new SecretMask(["hunter2", "cancel_order"]), "case hunter2");

        journal.Start(MadeRun.Started("r1", new NamedValue("password", "hunter2") { Secret = true }), "http://hunter2.shop");
        journal.StartPage("http://hunter2.shop/", TimeSpan.Zero, null, null);
        journal.Note("guardrail", "hunter2 was seen.");

        // The status is written in the background.
        journal.Dispose();
        Assert.DoesNotContain("hunter2", string.Concat(Directory.GetFiles(folder.Path).Where(path => !path.EndsWith("run.lock", StringComparison.Ordinal)).Select(File.ReadAllText)), StringComparison.Ordinal);
        Assert.Equal("id: ***\nsteps:\n- action: click\n", File.ReadAllText(Path.Combine(folder.Path, "playbook.yaml")));
        Assert.Equal("***", Assert.Single(Log().Header.Parameters).Text);
    }

    private RunJournal Start()
    {
        var journal = new RunJournal(folder, new() { TimeProvider = time }, SecretMask.None);
        journal.Start(MadeRun.Started("r1"), null);
        return journal;
    }

    private static void Pass(RunJournal journal, int number)
    {
        journal.OnStepStarted(MadeRun.Begins(number));
        journal.OnStepEnded(MadeRun.Passes(number));
    }

    private ReadLog Log() => ActionLogReader.Read(Path.Combine(folder.Path, "actions.jsonl"));

    private List<ActionRecord> Actions() => [.. Log().Records.OfType<ActionRecord>()];

    private RunStatus Status() => new StatusFile(folder.Path).Read()!;
}
