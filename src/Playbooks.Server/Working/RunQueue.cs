namespace Playbooks.Server.Working;

/// <summary>Grants runs their turn in the order of their arrival, with a limit on concurrent and on waiting runs.</summary>
/// <param name="atOnce">The maximum number of concurrent runs.</param>
/// <param name="waiting">The maximum number of waiting runs.</param>
internal sealed class RunQueue(int atOnce, int waiting)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Turn> queue = [];
    private int free = atOnce;
    private bool closed;

    /// <summary>Gets the number of waiting runs.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return queue.Count;
            }
        }
    }

    /// <summary>Enters the queue. The turn can be granted immediately.</summary>
    /// <returns>The turn, which must be disposed when the run has ended, or null if the queue is full.</returns>
    public Turn? TryEnter()
    {
        lock (gate)
        {
            var turn = new Turn(this);
            if (free > 0 && queue.Count == 0 && !closed)
            {
                free--;
                turn.Grant();
                return turn;
            }

            if (queue.Count >= waiting)
            {
                return null;
            }

            queue.AddLast(turn);
            return turn;
        }
    }

    /// <summary>Closes the queue, so that no further turn is granted, because the process is about to end.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
        }
    }

    private void Leave(Turn turn)
    {
        lock (gate)
        {
            if (queue.Remove(turn))
            {
                return;
            }

            free++;
            if (!closed && queue.First is { } next)
            {
                queue.RemoveFirst();
                free--;
                next.Value.Grant();
            }
        }
    }

    /// <summary>A run's position in the queue, and then its turn.</summary>
    internal sealed class Turn(RunQueue queue) : IDisposable
    {
        private readonly TaskCompletionSource granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left;

        /// <summary>Gets whether the turn has been granted.</summary>
        public bool IsGranted => granted.Task.IsCompleted;

        /// <summary>Waits until the turn is granted.</summary>
        public Task WaitAsync(CancellationToken cancellationToken) => granted.Task.WaitAsync(cancellationToken);

        /// <summary>Leaves the queue, or passes the turn on to the next run. Further calls have no effect.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                queue.Leave(this);
            }
        }

        internal void Grant() => granted.SetResult();
    }
}
