namespace Playbooks.Tests.Browsing;

/// <summary>Time that passes only when a test says so. It has one timer at a time, which is all that is needed here.</summary>
internal sealed class AlarmTime : TimeProvider
{
    private Alarm? alarm;

    /// <summary>Whether something will happen when enough time has passed.</summary>
    public bool HasTimer => alarm is not null;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        alarm = new(() => callback(state), dueTime);
        return new Handle(this, alarm);
    }

    /// <summary>Lets so much time pass.</summary>
    public void Pass(TimeSpan span)
    {
        if (alarm is not { } set)
        {
            return;
        }

        alarm = set with { Left = set.Left - span };
        if (alarm.Left <= TimeSpan.Zero)
        {
            alarm = null;
            set.Ring();
        }
    }

    private sealed record Alarm(Action Ring, TimeSpan Left);

    private sealed class Handle(AlarmTime owner, Alarm alarm) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            if (owner.alarm?.Ring == alarm.Ring)
            {
                owner.alarm = null;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
