using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>A run whose turn is waited for, as hosts with a queue do.</summary>
public sealed class WaitingTests(Chromium chromium) : RunnerTest(chromium)
{
    private static readonly TimeSpan Waited = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task A_run_that_waits_has_its_folder_and_says_that_it_is_starting()
    {
        var turn = new TaskCompletionSource();

        var run = StartAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), turn.Task);

        var waiting = StoredRun.Read(Assert.Single(Directory.GetDirectories(OutputRoot)));
        Assert.True(waiting.IsLive);
        Assert.Equal(RunState.Starting, waiting.Status.Status);
        turn.SetResult();
        Assert.Equal(Outcome.Passed, (await run).Outcome);
    }

    [Fact]
    public async Task A_run_that_is_stopped_while_it_waits_ends_as_terminated_and_opens_nothing()
    {
        using var stop = new CancellationTokenSource();
        var run = StartAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), new TaskCompletionSource().Task, cancellationToken: stop.Token);

        await stop.CancelAsync();

        var result = await run;
        Assert.Equal(ErrorCode.RunTerminated, result.ErrorCode);
        Assert.Equal("Waiting for a browser: The run was stopped.", result.Error);
        Assert.Equal(RunState.Terminated, StoredRun.Read(result.RunFolder!).Status.Status);
    }

    [Fact]
    public async Task Waiting_counts_neither_for_the_timeout_nor_for_the_duration_and_is_noted()
    {
        var turn = new TaskCompletionSource();
        var time = new ManualTime();
        var run = StartAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), turn.Task, Options with { Timeout = TimeSpan.FromSeconds(5), TimeProvider = time });

        time.Advance(Waited);
        turn.SetResult();

        var result = await run;
        Assert.Equal(Outcome.Passed, result.Outcome);
        Assert.True(result.Duration < Waited, $"{result.Duration} holds the waiting.");
        var note = Assert.Single(StoredRun.Read(result.RunFolder!).Records.OfType<NoteRecord>(), note => note.Topic == "queue");
        Assert.Equal("The run was queued for 12 s until a browser was available.", note.Message);
    }

    [Fact]
    public async Task A_browser_that_cannot_be_had_is_a_failed_set_up_with_its_own_words()
    {
        var result = await new PlaybookRunner(Options).Start(
            new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), PageProvider.From(_ => throw new PlaybookException(ErrorCode.SetupFailed, "There is no browser."))).Completion;

        Assert.Equal(ErrorCode.SetupFailed, result.ErrorCode);
        Assert.Equal("Waiting for a browser: There is no browser.", result.Error);
    }

    private Task<PlaybookResult> StartAsync(Playbook playbook, Task turn, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        new PlaybookRunner(options ?? Options).Start(
            playbook,
            PageProvider.From(async cancellation =>
            {
                await turn.WaitAsync(cancellation);
                return Page.Context.Browser!;
            }),
            request: null,
            cancellationToken).Completion;
}
