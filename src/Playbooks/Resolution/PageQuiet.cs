using Playbooks.Browsing;

namespace Playbooks.Resolution;

/// <summary>
/// Decides when a page shows what it is going to show: it has been quiet (no DOM mutation, no navigation or fetch in progress) for 100 ms, or
/// 800 ms have passed.
/// </summary>
internal sealed class PageQuiet(PageActivity activity, TimeProvider time)
{
    private static readonly TimeSpan QuietWindow = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDisquiet = TimeSpan.FromMilliseconds(800);

    // Prevents a busy loop if a frame is slow to report that it is still.
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    private readonly long start = time.GetTimestamp();

    /// <summary>Gets the time until the page can be quiet, or until it does not matter anymore.</summary>
    public TimeSpan TimeUntilDecision
    {
        get
        {
            var untilCap = LongestDisquiet - time.GetElapsedTime(start);
            var untilQuiet = activity.IsLoading ? untilCap : QuietWindow - activity.QuietFor;
            var wait = untilQuiet < untilCap ? untilQuiet : untilCap;
            return wait > Frame ? wait : Frame;
        }
    }

    /// <summary>Determines whether what was seen on the page is final.</summary>
    /// <param name="observer">Observes the page.</param>
    /// <param name="next">The next activity after the page was looked at.</param>
    public async Task<bool> IsReachedAsync(DomObserver observer, Task next) =>
        time.GetElapsedTime(start) >= LongestDisquiet
        || (activity.QuietFor >= QuietWindow && await observer.IsStillAsync().ConfigureAwait(false) && !next.IsCompleted);
}
