using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class HooksTests(Chromium chromium) : RunnerTest(chromium)
{
    private readonly List<string> told = [];

    [Fact]
    public async Task Hooks_run_once_around_their_steps_whatever_the_number_of_tries()
    {
        var run = await RunAsync(new ScriptedPlaybook(
            new ScriptedStep(Info(1), Log("acts and fails", Fail("No.")), Log("acts", Work)),
            new ScriptedReading<int>(Info(2, storeAs: "count"), _ => Task.FromResult(7)))
        {
            Hang = hooks =>
            {
                hooks.After<ScriptedStep>((step, context) => Tell($"after {step.Info.Number}: {context.Result!.Outcome}"));
                hooks.Before<ScriptedStep>((step, context) => Tell($"before {step.Info.Number}: {context.Result?.Outcome.ToString() ?? "no result"}"));
                hooks.Before<Step>((step, _) => Tell($"any step: {step.Info.Number}"));
                hooks.After<Step<int>>((_, context) => Tell($"gives {context.Output}"));
            },
        });

        Assert.Equal(Outcome.Flaky, run.Outcome);
        Assert.Equal(["before 1: no result", "any step: 1", "acts and fails", "acts", "after 1: Flaky", "any step: 2", "gives 7"], told);
    }

    [Fact]
    public async Task A_hook_before_a_step_that_throws_fails_it_without_acting()
    {
        var step = new ScriptedStep(Info(1), Work);

        var run = await RunAsync(new ScriptedPlaybook(step) { Hang = hooks => hooks.Before<ScriptedStep>((_, _) => throw new InvalidOperationException("Not seeded")) });

        Assert.Equal("Step 1 of 1 (click): A hook failed before the step: Not seeded", run.Error);
        Assert.Contains("InvalidOperationException: Not seeded", run.Exception!.InnerException!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, step.Acted);
    }

    [Fact]
    public async Task A_hook_after_a_step_that_throws_fails_it_for_good_and_keeps_its_tries()
    {
        var step = new ScriptedStep(Info(1), Work);

        var run = await RunAsync(new ScriptedPlaybook(step) { Hang = hooks => hooks.After<ScriptedStep>((_, _) => throw new InvalidOperationException("Wrong state")) });

        Assert.Equal("Step 1 of 1 (click): A hook failed after the step: Wrong state", run.Error);
        Assert.Equal(1, step.Acted);
        Assert.True(Assert.Single(run.Steps[0].Attempts).Passed);
    }

    [Fact]
    public async Task Hooks_that_cannot_be_hung_fail_the_setup()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { Hang = _ => throw new InvalidOperationException("No database") });

        Assert.Equal(ErrorCode.SetupFailed, run.ErrorCode);
        Assert.Equal("Setting up: No database", run.Error);
    }

    private Task Tell(string line)
    {
        told.Add(line);
        return Task.CompletedTask;
    }

    private Func<Microsoft.Playwright.IPage, Task> Log(string line, Func<Microsoft.Playwright.IPage, Task> then) => page =>
    {
        told.Add(line);
        return then(page);
    };
}
