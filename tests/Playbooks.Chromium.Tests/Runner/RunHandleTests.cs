using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>A run as an object.</summary>
public sealed class RunHandleTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task Log_is_readable_from_the_first_moment_and_to_the_end()
    {
        var release = new TaskCompletionSource();
        var handle = new PlaybookRunner(Options).Start(
            new ScriptedPlaybook(new ScriptedStep(Info(1), _ => release.Task)), PageProvider.From(Page), new() { RunId = "mine" });

        Assert.Equal("mine", handle.Id.Text);
        Assert.True(File.Exists(Path.Combine(OutputRoot, "mine", "actions.jsonl")));
        Assert.False(handle.Completion.IsCompleted);
        release.SetResult();
        var records = new List<LogRecord>();
        await foreach (var record in handle.Log!.ReadAsync())
        {
            records.Add(record);
        }

        Assert.IsType<EndRecord>(records[^1]);
        Assert.Equal(Outcome.Passed, (await handle.Completion).Outcome);
    }

    [Fact]
    public async Task Second_run_with_the_same_id_has_no_log_and_a_result_that_says_why()
    {
        var release = new TaskCompletionSource();
        var runner = new PlaybookRunner(Options);
        var first = runner.Start(new ScriptedPlaybook(new ScriptedStep(Info(1), _ => release.Task)), PageProvider.From(Page), new() { RunId = "mine" });

        var second = runner.Start((Playbook)new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), PageProvider.From(Page), new() { RunId = "mine" });

        Assert.Null(second.Log);
        Assert.Equal(ErrorCode.RunConflict, (await second.Completion).ErrorCode);
        await second.StopAsync();
        release.SetResult();
        Assert.Equal(Outcome.Passed, (await first.Completion).Outcome);
    }

    [Fact]
    public async Task Stop_after_the_end_changes_nothing()
    {
        var handle = new PlaybookRunner(Options).Start(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), PageProvider.From(Page));
        var run = await handle.Completion;

        await handle.StopAsync("too late");

        Assert.Equal(Outcome.Passed, run.Outcome);
    }
}
