using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>A step in C# is attempted, verified and shown as any other.</summary>
public sealed class CodeStepTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task Method_gets_the_page_and_the_run_and_gives_the_output()
    {
        var run = await RunAsync(new ScriptedPlaybook(new CodeStep<string>(Info(1, storeAs: "status", action: "code"), "read_heading", async context =>
        {
            Assert.True(Directory.Exists(context.RunFolder));
            Assert.Equal("http://app.test/", context.BaseUrl);
            return await context.Page.Locator("h1").InnerTextAsync();
        })
        {
            Arguments = [new("word", "x")],
        })
        { BaseUrl = "http://app.test/" });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal(("Order 12345", "read_heading", "x"), (run.Outputs.Status, run.Steps[0].Input, run.Steps[0].Arguments["word"]));
    }

    [Fact]
    public async Task Method_that_throws_is_called_again_and_its_message_is_the_cause()
    {
        var calls = 0;
        var run = await RunAsync(new CodeStep(Info(1, action: "code"), "pay", _ => ++calls < 2 ? throw new InvalidOperationException("Declined.") : Task.CompletedTask));

        Assert.Equal((Outcome.Flaky, 2), (run.Outcome, calls));
        Assert.Contains("Declined.", run.Steps[0].Attempts[0].Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Method_that_has_returned_is_not_called_again_when_only_the_verify_failed()
    {
        var calls = 0;
        var run = await RunAsync(new CodeStep(Info(1, action: "code"), "pay", _ =>
        {
            calls++;
            return Task.CompletedTask;
        })
        {
            Verify = Title("Paid"),
        });

        Assert.Equal((Outcome.Failed, 1), (run.Outcome, calls));
        Assert.Contains("The method pay was carried out once; it was not repeated", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Method_that_takes_too_long_is_waited_for_by_the_next_attempt_and_not_called_again()
    {
        var calls = 0;
        var end = new TaskCompletionSource<string>();
        Listener.OnFailedAttempt = () => end.TrySetResult("late");

        var run = await RunAsync(
            new ScriptedPlaybook(new CodeStep<string>(Info(1, storeAs: "status", action: "code") with { Timeout = TimeSpan.FromMilliseconds(200) }, "pay", _ =>
            {
                calls++;
                return end.Task;
            })),
            Options with { TimeProvider = TimeProvider.System });

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
        Assert.Equal((1, "late"), (calls, run.Outputs.Status));
        Assert.Contains("did not return within the time limit", run.Steps[0].Attempts[0].Cause, StringComparison.Ordinal);
    }
}
