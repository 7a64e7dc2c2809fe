namespace Playbooks.Tests.Runner.Scripted;

/// <summary>
/// A clock that jumps: who waits for one of the given spans, or for a pause of at most 100 ms, has waited at once, and the clock
/// shows it. Longer time limits, which merely guard a call, never come due.
/// </summary>
internal sealed class JumpingTime(params TimeSpan[] jumps) : TimeProvider
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly List<TimeSpan> waited = [];
    private TimeSpan now;

    /// <summary>The given spans that were waited for, in order.</summary>
    public IReadOnlyList<TimeSpan> Waited
    {
        get
        {
            lock (gate)
            {
                return [.. waited];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (gate)
        {
            return now.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(GetTimestamp());

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by)
    {
        lock (gate)
        {
            now += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Is called at each pause; null: nothing is.</summary>
    public Action? OnPause { get; set; }

    private bool Jump(TimeSpan due)
    {
        if (due >= TimeSpan.Zero && due <= Pause)
        {
            OnPause?.Invoke();
        }

        lock (gate)
        {
            var named = Array.IndexOf(jumps, due) >= 0;
            if (!named && (due < TimeSpan.Zero || due > Pause))
            {
                return false;
            }

            now += due;
            if (named)
            {
                waited.Add(due);
            }

            return true;
        }
    }

    private sealed class Timer(JumpingTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (time.Jump(dueTime))
            {
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
