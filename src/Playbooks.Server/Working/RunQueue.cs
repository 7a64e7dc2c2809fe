namespace Playbooks.Server.Working;

/// <summary>Gives runs their turn, in the order in which they came: so many at once, and so many that wait.</summary>
/// <param name="atOnce">How many have their turn at once.</param>
/// <param name="waiting">How many may wait.</param>
internal sealed class RunQueue(int atOnce, int waiting)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Turn> queue = [];
    private int free = atOnce;
    private bool closed;

    /// <summary>How many wait.</summary>
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

    /// <summary>Gets in line; the turn may have come at once.</summary>
    /// <returns>The turn, to be disposed when the run has ended; null: no more may wait.</returns>
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

    /// <summary>No run gets its turn any more: the process is to end.</summary>
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

    /// <summary>A run's place in the line, and then its turn.</summary>
    internal sealed class Turn(RunQueue queue) : IDisposable
    {
        private readonly TaskCompletionSource granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left;

        /// <summary>Whether the turn was granted.</summary>
        public bool IsGranted => granted.Task.IsCompleted;

        /// <summary>Ends when the turn is granted.</summary>
        public Task WaitAsync(CancellationToken cancellationToken) => granted.Task.WaitAsync(cancellationToken);

        /// <summary>Leaves the line, or gives the turn to the next; a second time does nothing.</summary>
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
