using Playbooks.Server.Working;

namespace Playbooks.Server.Tests.Working;

public sealed class RunQueueTests
{
    [Fact]
    public void So_many_have_their_turn_at_once_and_so_many_wait()
    {
        var queue = new RunQueue(atOnce: 2, waiting: 1);

        Assert.True(queue.TryEnter()!.IsGranted);
        Assert.True(queue.TryEnter()!.IsGranted);
        Assert.False(queue.TryEnter()!.IsGranted);
        Assert.Null(queue.TryEnter());
    }

    [Fact]
    public void Turns_come_in_the_order_in_which_runs_came()
    {
        var queue = new RunQueue(1, 10);
        var turns = Enumerable.Range(0, 4).Select(_ => queue.TryEnter()!).ToList();

        for (var i = 0; i < turns.Count; i++)
        {
            Assert.Equal(Enumerable.Range(0, turns.Count).Select(number => number <= i), turns.Select(turn => turn.IsGranted));
            turns[i].Dispose();
        }
    }

    [Fact]
    public void Who_leaves_the_line_lets_the_next_move_up_and_takes_nobodys_turn()
    {
        var queue = new RunQueue(1, 10);
        var first = queue.TryEnter()!;
        var gone = queue.TryEnter()!;
        var next = queue.TryEnter()!;

        gone.Dispose();
        gone.Dispose();

        Assert.False(next.IsGranted);
        Assert.Equal(1, queue.Waiting);
        first.Dispose();
        Assert.True(next.IsGranted);
    }

    [Fact]
    public void A_closed_queue_gives_nobody_a_turn()
    {
        var queue = new RunQueue(1, 10);
        var first = queue.TryEnter()!;
        var waiting = queue.TryEnter()!;

        queue.Close();
        first.Dispose();

        Assert.False(waiting.IsGranted);
        Assert.False(queue.TryEnter()!.IsGranted);
    }

    [Fact]
    public async Task A_thousand_who_come_and_go_at_once_all_have_their_turn_and_never_two_more_than_may()
    {
        var queue = new RunQueue(2, 1000);
        int inside = 0, most = 0, served = 0;

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(async () =>
        {
            using var turn = queue.TryEnter()!;
            await turn.WaitAsync(default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref served);
        })));

        Assert.Equal(1000, served);
        Assert.InRange(most, 1, 2);
    }
}
