using Playbooks.Browsing;

namespace Playbooks.Resolution;

/// <summary>
/// Determines when to query a page again, for queries that are expensive in a traced run: when the page has changed, but no more often than
/// a query takes; and with a doubling interval while no change is seen.
/// </summary>
/// <param name="activity">The changes of the page.</param>
/// <param name="time">The clock.</param>
/// <param name="ignoresChanges">Whether only time counts, because the query itself changes the page.</param>
internal sealed class LookPace(PageActivity activity, TimeProvider time, bool ignoresChanges = false)
{
    // A page that changes all the time is not queried more often than it can paint.
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    // Some changes are neither a mutation nor an event.
    private static readonly TimeSpan FirstLookAgain = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestLookAgain = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestWithoutChanges = TimeSpan.FromSeconds(1);

    private TimeSpan again = FirstLookAgain;
    private bool looked;
    private long began;
    private long ended;

    /// <summary>Gets a task that completes when the page has changed since the start of the last query.</summary>
    public Task Changed { get; private set; } = Task.CompletedTask;

    /// <summary>Gets the duration of the last query.</summary>
    public TimeSpan Cost => looked ? time.GetElapsedTime(began, ended) : TimeSpan.Zero;

    /// <summary>Gets whether a query is due.</summary>
    public bool IsDue
    {
        get
        {
            var since = time.GetElapsedTime(ended);
            return !looked || (Changed.IsCompleted && !ignoresChanges ? since >= Cost && since >= Frame : since >= again);
        }
    }

    /// <summary>Reports the start of a query.</summary>
    public void Begin()
    {
        // In other browsers, changes are not reported.
        again = ignoresChanges ? (!looked ? FirstLookAgain : again < LongestWithoutChanges ? again * 2 : again)
            : Changed.IsCompleted || !activity.Documents.AreFree ? FirstLookAgain : again < LongestLookAgain ? again * 2 : again;
        Changed = activity.Next;
        began = time.GetTimestamp();
    }

    /// <summary>Reports the end of a query.</summary>
    public void End()
    {
        ended = time.GetTimestamp();
        looked = true;
    }
}
