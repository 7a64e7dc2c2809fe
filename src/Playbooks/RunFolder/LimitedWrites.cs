using System.Collections.Concurrent;

namespace Playbooks.RunFolder;

/// <summary>
/// Executes the writes of a run on a separate thread, and waits for each of them for a limited time. System calls cannot be canceled, and
/// a disk that hangs must not block the run.
/// </summary>
/// <param name="disk">Knows how long the caller waits for one write.</param>
internal sealed class LimitedWrites(Disk disk) : IDisposable
{
    private readonly BlockingCollection<Action> queue = [];
    private readonly Lock gate = new();
    private Thread? thread;
    private int pending;
    private volatile bool stalled;

    /// <summary>Gets whether a write that timed out has not completed yet.</summary>
    public bool IsStalled => stalled;

    /// <summary>Executes a write.</summary>
    /// <exception cref="TimeoutException">The write did not complete in time, or an earlier one has not completed yet.</exception>
    public void Run(Action write) => Run(() =>
    {
        write();
        return true;
    });

    /// <summary>Executes a write that returns a result. A result that arrives too late is disposed.</summary>
    /// <exception cref="TimeoutException">The write did not complete in time, or an earlier one has not completed yet.</exception>
    public T Run<T>(Func<T> write)
    {
        if (stalled)
        {
            // The write would be queued behind the one that hangs.
            throw TimedOut();
        }

        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                ended.SetResult(write());
            }
            catch (Exception failure)
            {
                ended.SetException(failure);
            }
        });
        if (Task.WaitAny([ended.Task], disk.Limit) == 0)
        {
            return ended.Task.GetAwaiter().GetResult();
        }

        _ = DisposeLateAsync(ended.Task);
        lock (gate)
        {
            stalled = pending > 0;
        }

        throw TimedOut();
    }

    /// <summary>Queues a write without waiting for it. The write must not throw.</summary>
    public void Post(Action write)
    {
        lock (gate)
        {
            pending++;
            if (thread is null)
            {
                thread = new(CarryOut) { IsBackground = true, Name = "Playbooks run files" };
                thread.Start();
            }
        }

        queue.Add(() =>
        {
            write();
            lock (gate)
            {
                pending--;
                stalled = stalled && pending > 0;
            }
        });
    }

    /// <summary>Creates the exception for a write that took too long.</summary>
    public TimeoutException TimedOut() => new($"The disk did not complete a write within {disk.Limit.TotalSeconds:0.###} s");

    /// <summary>Ends the thread after the queued writes, without waiting for them.</summary>
    public void Dispose() => queue.CompleteAdding();

    private static async Task DisposeLateAsync<T>(Task<T> late)
    {
        await ((Task)late).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (late.IsCompletedSuccessfully)
        {
            (await late.ConfigureAwait(false) as IDisposable)?.Dispose();
        }
    }

    private void CarryOut()
    {
        foreach (var write in queue.GetConsumingEnumerable())
        {
            write();
        }

        queue.Dispose();
    }
}
