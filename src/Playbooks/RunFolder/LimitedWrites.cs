using System.Collections.Concurrent;

namespace Playbooks.RunFolder;

/// <summary>
/// Carries out a run's writes on a thread of its own, and waits for each of them for a limited time: no system call can be canceled,
/// and a disk that stalls must not hold the run.
/// </summary>
/// <param name="limit">How long the caller waits for one write.</param>
internal sealed class LimitedWrites(TimeSpan limit) : IDisposable
{
    private readonly BlockingCollection<Action> queue = [];
    private readonly Lock gate = new();
    private Thread? thread;
    private int pending;
    private volatile bool stalled;

    /// <summary>Whether a write that nobody waits for any more has not ended yet.</summary>
    public bool IsStalled => stalled;

    /// <summary>Carries out a write.</summary>
    /// <exception cref="TimeoutException">It did not end in time, or one before it has not ended yet.</exception>
    public void Run(Action write) => Run(() =>
    {
        write();
        return true;
    });

    /// <summary>Carries out a write that gives something; what comes too late is disposed.</summary>
    /// <exception cref="TimeoutException">It did not end in time, or one before it has not ended yet.</exception>
    public T Run<T>(Func<T> write)
    {
        if (stalled)
        {
            // It would wait behind the stalled one as long as that takes.
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
        if (Task.WaitAny([ended.Task], limit) == 0)
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

    /// <summary>Carries out a write in its turn, without waiting for it. It must not throw.</summary>
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

    /// <summary>What is thrown where a write took too long.</summary>
    public TimeoutException TimedOut() => new($"The disk did not take a write within {limit.TotalSeconds:0.###} s");

    /// <summary>Ends the thread once it has carried out what was begun. Does not wait for that.</summary>
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
