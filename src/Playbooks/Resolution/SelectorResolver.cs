using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Resolution;

/// <summary>Resolves a selector chain to one element, by the language's rules for chains.</summary>
internal sealed class SelectorResolver(TimeProvider time) : IDisposable
{
    // Visibility can change without a mutation, for example at the end of a transition.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    // A page that mutates all the time is not queried more often than it can paint.
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    private readonly ConditionalWeakTable<IPage, PageActivity> activities = [];

    /// <summary>Gets the selectors that have matched in the run.</summary>
    public SeenSelectors Seen { get; } = new();

    /// <summary>Starts tracking the requests of a page, so that those in progress are known later. Call this before the first navigation.</summary>
    public void Watch(IPage page) => _ = ActivityOf(page).Documents.ConnectAsync();

    /// <summary>Returns the activity of a page.</summary>
    public PageActivity ActivityOf(IPage page)
    {
        lock (activities)
        {
            return activities.GetValue(page, key => new PageActivity(key, time));
        }
    }

    /// <summary>Detaches from all pages.</summary>
    public void Dispose()
    {
        PageActivity[] watched;
        lock (activities)
        {
            watched = [.. activities.Select(static pair => pair.Value)];
            activities.Clear();
        }

        foreach (var activity in watched)
        {
            activity.Dispose();
        }
    }

    /// <summary>Waits for the element to which the chain resolves, or for the elements if there may be several.</summary>
    /// <exception cref="SelectorException">No selector matched in time, or one matched several elements.</exception>
    public async Task<ResolvedElement> ResolveAsync(
        IPage page, SelectorChain chain, ElementRequirement requirement, Deadline deadline, CancellationToken cancellationToken, bool acceptsSeveral = false)
    {
        bool IsFound(int count) => count == 1 || (acceptsSeveral && count > 1);
        string[] selectors = [chain.Primary, .. chain.Fallbacks];
        var activity = ActivityOf(page);
        var counter = new MatchCounter(page, activity.Documents, requirement, deadline, time, cancellationToken);
        var quiet = new PageQuiet(activity, time);
        try
        {
            if (IsFound(await counter.CountAsync(selectors[0]).ConfigureAwait(false)))
            {
                return Found(page, selectors, 0, requirement);
            }

            await using var observer = new DomObserver(page, activity);
            await observer.Ready.WaitAsync(counter.Patience, time, cancellationToken).ConfigureAwait(false);
            var pace = new LookPace(activity, time);
            int[] counts = [];
            while (true)
            {
                var isLast = deadline.HasPassed;
                if (pace.IsDue || isLast || counter.IsFree(selectors))
                {
                    pace.Begin();
                    counts = await counter.CountAllAsync(selectors).ConfigureAwait(false);
                    pace.End();
                }

                var next = pace.Changed;
                var index = Array.FindIndex(counts, static count => count != 0);
                if (index == 0 && IsFound(counts[0]))
                {
                    return Found(page, selectors, 0, requirement);
                }

                var fallbackIsThere = index > 0 && IsFound(counts[index]);
                if (fallbackIsThere && await quiet.IsReachedAsync(observer, next).ConfigureAwait(false))
                {
                    return Found(page, selectors, index, requirement);
                }

                if (isLast)
                {
                    break;
                }

                var wait = fallbackIsThere ? quiet.TimeUntilDecision : LookAgain;
                await WaitAsync(next, wait < deadline.Remaining ? wait : deadline.Remaining, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            // The page did not respond in time. The error contains what can still be determined.
        }

        throw await new ResolutionFailure(page, time).DescribeAsync(selectors, requirement, deadline.Limit, cancellationToken).ConfigureAwait(false);
    }

    private ResolvedElement Found(IPage page, string[] selectors, int index, ElementRequirement requirement)
    {
        Seen.Add(selectors[index]);
        return new(page.Locate(requirement.Narrow(selectors[index])), selectors[index], index);
    }

    private async Task WaitAsync(Task next, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(limit, time, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (next.IsCompleted && limit > Frame)
        {
            await Task.Delay(Frame, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
