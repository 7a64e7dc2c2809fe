namespace Playbooks.RunFolder.Log;

/// <summary>Signals to all readers in this process that the log has grown or was closed.</summary>
internal sealed class LogSignal
{
    private TaskCompletionSource? waiting;

    /// <summary>Gets a task that completes when the signal is raised next. Get it before you read the log, so that no record is missed.</summary>
    public Task Next
    {
        get
        {
            if (Volatile.Read(ref waiting) is { } there)
            {
                return there.Task;
            }

            var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref waiting, made, null) ?? made).Task;
        }
    }

    /// <summary>Wakes all waiting readers. Has no cost if there are none.</summary>
    public void Raise() => Interlocked.Exchange(ref waiting, null)?.TrySetResult();
}
