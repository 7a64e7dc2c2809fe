using Playbooks.RunFolder.Finalizing;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Runs.Finalizing;

public sealed class FinalizerTests
{
    private readonly List<string> done = [];
    private readonly List<string> problems = [];

    public static TheoryData<string[]> Failing =>
    [
        [],
        ["publish"],
        ["clean up"],
        ["persist"],
        ["publish", "clean up"],
        ["publish", "persist"],
        ["clean up", "persist"],
        ["publish", "clean up", "persist"],
    ];

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task Every_phase_is_done_in_its_order_whichever_of_them_throw(string[] failing)
    {
        await new Finalizer(TimeProvider.System, problems.Add).FinishAsync(
            FinalPhase.Publish(_ => Act("publish")), FinalPhase.CleanUp(_ => Act("clean up")), FinalPhase.Persist(_ => Act("persist")));

        Assert.Equal(["publish", "clean up", "persist"], done);
        Assert.Equal(failing.Select(name => $"Ending the run (phase '{name}'): {name} broke."), problems);

        Task Act(string name)
        {
            done.Add(name);
            return failing.Contains(name) ? throw new InvalidOperationException($"{name} broke.") : Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("publish", 5)]
    [InlineData("clean up", 30)]
    [InlineData("persist", 30)]
    public async Task A_phase_that_hangs_is_given_up_when_its_time_is_over_and_not_before(string hanging, int seconds)
    {
        var time = new ManualTime();
        var hangs = new TaskCompletionSource();
        CancellationToken given = default;

        var finishing = new Finalizer(time, problems.Add).FinishAsync(
            FinalPhase.Publish(token => Act("publish", token)), FinalPhase.CleanUp(token => Act("clean up", token)), FinalPhase.Persist(token => Act("persist", token)));
        await hangs.Task;
        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.False(given.IsCancellationRequested);
        Assert.Equal(hanging, done[^1]);
        time.Advance(TimeSpan.FromTicks(1));
        await finishing;

        Assert.True(given.IsCancellationRequested);
        Assert.Equal(["publish", "clean up", "persist"], done);
        Assert.Contains($"(phase '{hanging}'): canceled because", Assert.Single(problems), StringComparison.Ordinal);

        async Task Act(string name, CancellationToken token)
        {
            done.Add(name);
            if (name == hanging)
            {
                given = token;
                hangs.SetResult();
                await new TaskCompletionSource().Task;
            }
        }
    }

    [Fact]
    public async Task A_phase_that_ends_because_its_time_is_up_says_so_and_not_that_it_was_cancelled()
    {
        var time = new ManualTime();
        var waits = new TaskCompletionSource();

        var finishing = new Finalizer(time, problems.Add).FinishAsync(FinalPhase.Publish(async token =>
        {
            var cancelled = new TaskCompletionSource();
            using var registration = token.Register(() => cancelled.SetCanceled(token));
            waits.SetResult();
            await cancelled.Task;
        }));
        await waits.Task;
        time.Advance(TimeSpan.FromSeconds(5));
        await finishing;

        Assert.Equal("Ending the run (phase 'publish'): canceled because it did not finish within 5 s.", Assert.Single(problems));
    }
}
