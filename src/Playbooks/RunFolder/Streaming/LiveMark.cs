namespace Playbooks.RunFolder.Streaming;

/// <summary>Whether a run can still be read live. All readers of the run share it; the first whose live source fails turns it off.</summary>
/// <param name="onInactive">Called once, with the failure; it should not throw.</param>
public sealed class LiveMark(Action<Exception> onInactive)
{
    private int failed;

    /// <summary>Whether no live source of the run has failed so far.</summary>
    public bool IsActive => Volatile.Read(ref failed) == 0;

    internal void Fail(Exception failure)
    {
        if (Interlocked.Exchange(ref failed, 1) == 0)
        {
            onInactive(failure);
        }
    }
}
