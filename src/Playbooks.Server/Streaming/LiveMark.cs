namespace Playbooks.Server.Streaming;

/// <summary>Tracks whether a run can still be read live. All readers of the run share it; the first reader whose live source fails deactivates it.</summary>
/// <param name="onInactive">Called once, with the failure. It should not throw.</param>
internal sealed class LiveMark(Action<Exception> onInactive)
{
    private int failed;

    /// <summary>Gets whether no live source of the run has failed yet.</summary>
    public bool IsActive => Volatile.Read(ref failed) == 0;

    internal void Fail(Exception failure)
    {
        if (Interlocked.Exchange(ref failed, 1) == 0)
        {
            onInactive(failure);
        }
    }
}
