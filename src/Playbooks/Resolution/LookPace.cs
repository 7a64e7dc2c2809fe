
using Playbooks.Browsing;

namespace Playbooks.Resolution;

/// <summary>
/// Says when it is worth looking at a page again, for looks that have their price in a traced run: when it has changed, but no more
/// often than the look takes; and after twice as long each time where no change was seen.
/// </summary>
internal sealed class LookPace(PageActivity activity, TimeProvider time)
{
    // A page that changes all the time is not asked more often than it can paint.
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    // Some changes are neither a mutation nor an event.
    private static readonly TimeSpan FirstLookAgain = TimeSpan.FromMilliseconds(100);

    private TimeSpan again = FirstLookAgain;
    private bool looked;
    private long began;
    private long ended;

    /// <summary>Ends when the page has changed since the last look began.</summary>
    public Task Changed { get; private set; } = Task.CompletedTask;

    /// <summary>How long the last look took.</summary>
    public TimeSpan Cost => looked ? time.GetElapsedTime(began, ended) : TimeSpan.Zero;

    /// <summary>Whether to look now.</summary>
    public bool IsDue
    {
        get
        {
            var since = time.GetElapsedTime(ended);
            return !looked || (Changed.IsCompleted ? since >= Cost && since >= Frame : since >= again);
        }
    }

    /// <summary>A look begins.</summary>
    public void Begin()
    {
        // In other browsers nothing tells of changes.
        again = Changed.IsCompleted || !activity.Documents.AreFree ? FirstLookAgain : again * 2;
        Changed = activity.Next;
        began = time.GetTimestamp();
    }

    /// <summary>It has ended.</summary>
    public void End()
    {
        ended = time.GetTimestamp();
        looked = true;
    }
}
