using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class JournalTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task What_a_run_did_can_be_read_from_its_folder()
    {
        await Page.GotoAsync("data:text/html,<title>Orders</title>");
        var run = await RunAsync(
            new ScriptedStep(Info(1), Fail("Not yet."), Work) { Says = "Open it", Chain = new("#cancel", "text=Cancel") },
            new ScriptedReading<string>(Info(2, storeAs: "status"), _ => Task.FromResult("open")),
            new Screenshot("receipt"));

        var stored = StoredRun.Read(run.RunFolder);

        Assert.Equal(
            [(1, 1, false, null), (1, 2, true, (Outcome?)Outcome.Flaky), (2, 1, true, Outcome.Passed), (3, 1, true, Outcome.Passed)],
            stored.Actions.Select(action => (action.Step, action.Attempt, action.Success, action.Outcome)));
        var actions = stored.Actions.ToList();
        Assert.Equal(("Open it", "#cancel", "Not yet."), (actions[0].Description, actions[0].Input["selector"], actions[0].Cause));
        Assert.All(actions, action => Assert.StartsWith("data:text/html", action.Url, StringComparison.Ordinal));
        Assert.Equal(("open", "status"), (actions[2].ResultText, actions[2].StoreAs));
        Assert.Equal((true, "0003_receipt.jpg"), (actions[3].HasScreenshot, actions[3].Screenshot));
        Assert.Equal([new NamedText("status", "open")], stored.End!.Outputs);
        Assert.Equal(Outcome.Flaky, stored.Status.Result);
    }

    [Fact]
    public async Task Where_it_is_asked_for_each_action_is_photographed_in_the_log_too()
    {
        await Page.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Shop</title>" }));

        var run = await RunAsync(
            new ScriptedPlaybook(
                new ScriptedStep(Info(1), Fail("Not yet."), Work),
                new Screenshot("receipt"),
                new ScriptedStep(Info(3, attempts: 1), Fail("Never.")))
            {
                StartUrl = "http://app.test/",
            },
            Options with { Screenshots = ScreenshotMode.EachAction });

        var shown = StoredRun.Read(run.RunFolder).Actions.Select(action => action.Screenshot).ToList();
        Assert.Equal(["0000_start.jpg", "0001_click.jpg", "0001_click-2.jpg", "0003_receipt.jpg", "0003_click.jpg"], shown);
        Assert.Equal(shown.Order(), Directory.GetFiles(Path.Combine(run.RunFolder, "screenshots")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Without_being_asked_for_only_a_failure_is_photographed()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Fail("Not yet."), Work), new ScriptedStep(Info(2, attempts: 1), Fail("Never."))), Options);

        Assert.Equal([null, null, "0002_click.jpg"], StoredRun.Read(run.RunFolder).Actions.Select(action => action.Screenshot));
    }

    [Fact]
    public async Task A_screenshot_that_cannot_be_taken_is_a_note_and_changes_nothing()
    {
        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1), page => page.CloseAsync())), Options with { Screenshots = ScreenshotMode.EachAction });

        Assert.Equal(Outcome.Passed, run.Outcome);
        var note = Assert.Single(StoredRun.Read(run.RunFolder).Records.OfType<NoteRecord>());
        Assert.StartsWith("No screenshot was taken after the action click of step 1:", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listener_can_follow_the_log_from_the_runs_start_to_its_end()
    {
        var follower = new Follower();

        await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work), new ScriptedStep(Info(2), Work)), Options with { Listeners = [follower] });

        Assert.Equal(["action 1", "action 2", "end 3"], await follower.Followed!);
    }

    [Fact]
    public async Task A_run_whose_folder_cannot_be_made_ends_as_it_would_have_and_says_so_once()
    {
        var file = Path.GetTempFileName();

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), Options with { OutputRoot = Path.Combine(file, "runs") });

        File.Delete(file);
        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.StartsWith("The run's evidence could not be written completely to", Assert.Single(run.EvidenceProblems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_is_in_the_log_as_it_happened()
    {
        var agent = new ScriptedAgent(async request =>
        {
            await request.Actions.ExecuteAsync(new("click", "text=Cancel"));
            await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
            return new() { InputTokens = 30 };
        });

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover, attempts: 1), Fail("No button.")) { Expects = Title("Orders") }),
            Options with { Recovery = agent });

        Assert.Equal(
            [("playbook", "click", null), ("recovery", "click", null), ("recovery", "llm_recover", null), ("recovery", "click", (Outcome?)Outcome.Recovered)],
            StoredRun.Read(run.RunFolder).Actions.Select(action => (action.Tool, action.Action, action.Outcome)));
    }

    private sealed class Follower : IStepListener
    {
        public Task<List<string>>? Followed { get; private set; }

        public void OnRunStarted(RunStarted started) => Followed = FollowAsync(started.Log!);

        private static async Task<List<string>> FollowAsync(ActionLogTail log)
        {
            var told = new List<string>();
            await foreach (var record in log.ReadAsync())
            {
                told.Add(record is EndRecord ? $"end {record.Id}" : $"action {record.Id}");
            }

            return told;
        }
    }
}
