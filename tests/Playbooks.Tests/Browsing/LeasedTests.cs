using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

public class LeasedTests
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);
    private readonly AlarmTime time = new();
    private readonly List<Thing> started = [];
    private readonly Leased<Thing> leased;

    public LeasedTests() => leased = new(thing => thing.Alive, Linger, retriesFailedStart: false, time);

    private Task<Lease<Thing>> TakeAsync(CancellationToken cancellationToken = default) =>
        leased.TakeAsync(
            () =>
            {
                lock (started)
                {
                    started.Add(new());
                    return Task.FromResult(started[^1]);
                }
            },
            cancellationToken);

    [Fact]
    public async Task Many_users_at_once_share_one_start()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TakeAsync()));
        Assert.Single(started);
        Assert.All(leases, lease => Assert.Same(started[0], lease.Value));
    }

    [Fact]
    public async Task It_ends_some_time_after_its_last_user_and_not_before()
    {
        var first = await TakeAsync();
        var second = await TakeAsync();
        first.Dispose();
        Assert.False(time.HasTimer);
        second.Dispose();
        time.Pass(Linger - TimeSpan.FromMilliseconds(1));
        Assert.False(started[0].Ended.IsCompleted);
        time.Pass(TimeSpan.FromMilliseconds(1));
        await started[0].Ended;
    }

    [Fact]
    public async Task A_user_who_comes_while_it_lingers_keeps_it()
    {
        (await TakeAsync()).Dispose();
        var next = await TakeAsync();
        Assert.False(time.HasTimer);
        Assert.Same(started[0], next.Value);
        Assert.Single(started);
    }

    [Fact]
    public async Task A_user_who_comes_after_its_end_gets_a_new_one()
    {
        (await TakeAsync()).Dispose();
        time.Pass(Linger);
        await started[0].Ended;
        var next = await TakeAsync();
        Assert.Same(started[1], next.Value);
    }

    [Fact]
    public async Task Ending_a_lease_twice_counts_once()
    {
        var first = await TakeAsync();
        _ = await TakeAsync();
        first.Dispose();
        first.Dispose();
        Assert.False(time.HasTimer);
    }

    [Fact]
    public async Task One_that_died_is_replaced_for_the_next_user()
    {
        _ = await TakeAsync();
        started[0].Alive = false;
        var next = await TakeAsync();
        Assert.Same(started[1], next.Value);
        await started[0].Ended;
    }

    [Fact]
    public async Task A_start_that_failed_is_not_tried_again()
    {
        var tries = 0;
        Task<Lease<Thing>> Fail() => leased.TakeAsync(() => Task.FromException<Thing>(new InvalidOperationException($"try {++tries}")), default);
        await Assert.ThrowsAsync<InvalidOperationException>(Fail);
        time.Pass(Linger);
        Assert.Equal("try 1", (await Assert.ThrowsAsync<InvalidOperationException>(Fail)).Message);
    }

    [Fact]
    public async Task A_start_that_failed_is_tried_again_where_that_may_help()
    {
        var patient = new Leased<Thing>(thing => thing.Alive, Linger, retriesFailedStart: true, time);
        await Assert.ThrowsAsync<InvalidOperationException>(() => patient.TakeAsync(() => Task.FromException<Thing>(new InvalidOperationException()), default));

        var thing = new Thing();
        Assert.Same(thing, (await patient.TakeAsync(() => Task.FromResult(thing), default)).Value);
    }

    [Fact]
    public async Task Who_stops_waiting_for_the_start_does_not_stop_it_for_others()
    {
        var start = new TaskCompletionSource<Thing>();
        using var source = new CancellationTokenSource();
        var impatient = leased.TakeAsync(() => start.Task, source.Token);
        var patient = leased.TakeAsync(() => throw new InvalidOperationException("started twice"), default);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        var thing = new Thing();
        start.SetResult(thing);
        Assert.Same(thing, (await patient).Value);
    }

    [Fact]
    public async Task At_the_end_of_the_process_it_ends_whoever_uses_it()
    {
        _ = await TakeAsync();
        await leased.EndAsync();
        Assert.True(started[0].Ended.IsCompletedSuccessfully);
    }

    internal sealed class Thing : IAsyncDisposable
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Alive { get; set; } = true;

        public Task Ended => ended.Task;

        public ValueTask DisposeAsync()
        {
            ended.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
