using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary>An expectation with its last result. Only one query is pending at a time.</summary>
internal sealed class ExpectationLook(IExpectation expectation, PageActivity activity, TimeProvider time)
{
    private readonly LookPace pace = new(activity, time, ignoresChanges: expectation is ILastExpectation);
    private Task<ExpectationResult>? pending;

    /// <summary>Gets whether a query has almost no cost, even in a traced run.</summary>
    public bool IsFree => expectation.IsFree;

    /// <summary>Gets whether the page is queried only while all other expectations are met.</summary>
    public bool IsLast => expectation is ILastExpectation;

    /// <summary>Gets whether no further query can change the result.</summary>
    public bool IsDecided => expectation is ILastExpectation { IsDecided: true };

    /// <summary>Gets whether the expectation was met at the last query.</summary>
    public bool IsMet => Result is { IsMet: true };

    /// <summary>Gets the duration of the last query.</summary>
    public TimeSpan Cost => pace.Cost;

    /// <summary>Gets the last result, or null before the first query.</summary>
    public ExpectationResult? Result { get; private set; }

    /// <summary>Gets whether the page has changed since the last query, or a query is due in any case.</summary>
    public bool IsDue => pace.IsDue;

    /// <summary>Queries the page, or waits for the pending query.</summary>
    /// <param name="limit">How long the page can take to respond.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public async Task AskAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        pace.Begin();
        try
        {
            pending = pending is null or { IsCompleted: true } ? expectation.LookAsync() : pending;
            Result = await pending.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Result = expectation.Failed("the page did not respond");
        }
        catch (PlaywrightException error)
        {
            Result = expectation.Failed(PlaywrightError.FirstLine(error.Message));
        }

        pace.End();
    }

    /// <summary>Returns the last result, with as much detail as the page provides.</summary>
    /// <param name="limit">How long the page can take to respond.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public async Task<ExpectationResult> DescribeAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (Result is null)
        {
            return expectation.Failed("not checked, because other expectations were not met");
        }

        if (expectation is ILastExpectation last && pending is { IsCompleted: true })
        {
            return await last.ConcludeAsync(Result).ConfigureAwait(false);
        }

        // A page with a pending query does not respond to another.
        if (IsMet || expectation is not IDetailedExpectation detailed || pending is { IsCompleted: false })
        {
            return Result;
        }

        try
        {
            var seen = await detailed.DescribeAsync(Result).WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
            return Result with { Seen = LookAlikes.Shown(seen) };
        }
        catch (Exception error) when (error is TimeoutException or PlaywrightException)
        {
            return Result;
        }
    }
}
