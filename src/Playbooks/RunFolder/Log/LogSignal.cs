namespace Playbooks.RunFolder.Log;

/// <summary>Tells any number of readers in this process that the log has grown or was closed.</summary>
internal sealed class LogSignal
{
    private TaskCompletionSource? waiting;

    /// <summary>Ends when the signal is next raised. Who asks for it before looking at the log misses nothing.</summary>
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

    /// <summary>Wakes all who wait. Costs nothing when nobody does.</summary>
    public void Raise() => Interlocked.Exchange(ref waiting, null)?.TrySetResult();
}
