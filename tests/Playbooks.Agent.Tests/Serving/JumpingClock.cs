namespace Playbooks.Agent.Tests.Serving;

/// <summary>A clock whose short timers fire at once, and that keeps how long was waited. Longer timers, which only guard a call, run in real time.</summary>
internal sealed class JumpingClock(TimeSpan longest) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waited = [];

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

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > longest)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        lock (gate)
        {
            waited.Add(dueTime);
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
