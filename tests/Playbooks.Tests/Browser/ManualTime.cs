namespace Playbooks.Tests.Browser;

/// <summary>A clock that stands still until it is told to go on.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TaskCompletionSource armed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan now;

    /// <summary>Time since the clock was made.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
    }

    /// <summary>The number of timers that are still to fire.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return timers.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Elapsed;

    /// <summary>Lets this much time pass for something that waits, timer by timer; less if it ends before.</summary>
    /// <param name="work">What waits.</param>
    /// <param name="total">How much.</param>
    /// <param name="soon">Time stands still until a timer is due this soon; null: within a second. Shorter where it has just been woken, and an older timer must not be taken for its next.</param>
    public async Task PassAsync(Task work, TimeSpan total, TimeSpan? soon = null)
    {
        var end = Elapsed + total;
        while (true)
        {
            await Task.WhenAny(work, UntilTimerWithinAsync(soon ?? TimeSpan.FromSeconds(1)));
            if (work.IsCompleted)
            {
                return;
            }

            var due = NextDue();
            Advance((due < end ? due : end) - Elapsed);
            if (due > end)
            {
                return;
            }
        }
    }

    /// <summary>Ends once something waits that is due soon; time limits that merely guard a call lie further off.</summary>
    private async Task UntilTimerWithinAsync(TimeSpan soon)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (timers.Exists(timer => timer.Due - now <= soon))
                {
                    return;
                }

                next = armed.Task;
            }

            await next;
        }
    }

    private TimeSpan NextDue()
    {
        lock (gate)
        {
            return timers.Count == 0 ? now : timers.Min(timer => timer.Due);
        }
    }

    public void Advance(TimeSpan by)
    {
        Timer[] due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
            timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + dueTime;
                    time.timers.Add(this);
                    var signal = time.armed;
                    time.armed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    signal.TrySetResult();
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
