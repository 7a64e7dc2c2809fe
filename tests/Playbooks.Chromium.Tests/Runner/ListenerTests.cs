using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class ListenerTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task Listeners_are_told_of_everything_in_its_order()
    {
        await RunAsync(new ScriptedPlaybook(
            new ScriptedStep(Info(1), Fail("Not yet."), Work) { Says = "Search", Summary = "#q" },
            new ScriptedStep(Info(2, attempts: 1), Fail("No.")))
        {
            Given = [new("order_id", "12")],
        });

        Assert.Equal(
            [
                "run cancel_order starts: order_id=12",
                "step 1/2 starts: Search #q",
                "step 1 try 1 failed: Not yet.",
                "step 1 ends: Flaky",
                "step 2/2 starts:",
                "step 2 try 1 failed for good: No.",
                "step 2 ends: Failed",
                "run ends: Failed Step 2 of 2 (click): No.",
            ],
            Listener.Told);
    }

    [Fact]
    public async Task A_listener_that_throws_changes_nothing_and_the_others_are_told()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), Options with { Listeners = [new Throwing(), Listener] });

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Equal(4, Listener.Told.Count);
    }

    private sealed class Throwing : IStepListener
    {
        public void OnRunStarted(RunStarted started) => throw new InvalidOperationException();

        public void OnStepStarted(StepStarted started) => throw new InvalidOperationException();

        public void OnStepEnded(StepResult step) => throw new InvalidOperationException();

        public void OnRunEnded(PlaybookResult result) => throw new InvalidOperationException();
    }
}
