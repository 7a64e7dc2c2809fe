using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary>An expectation with what was last seen of it. It is asked one look at a time: none is started while one is pending.</summary>
internal sealed class ExpectationLook(IExpectation expectation, PageActivity activity, TimeProvider time)
{
    private readonly LookPace pace = new(activity, time);
    private Task<ExpectationResult>? pending;

    /// <summary>Whether a look costs next to nothing, in a traced run too.</summary>
    public bool IsFree => expectation.IsFree;

    /// <summary>Whether it held when it was last asked.</summary>
    public bool Held => Result is { Held: true };

    /// <summary>How long the last look took.</summary>
    public TimeSpan Cost => pace.Cost;

    /// <summary>What was last seen; null: it was not asked yet.</summary>
    public ExpectationResult? Result { get; private set; }

    /// <summary>Whether the page has changed since the last look, or it is time to look all the same.</summary>
    public bool IsDue => pace.IsDue;

    /// <summary>Looks, or waits for the look that is still pending.</summary>
    /// <param name="limit">How long the page may take to answer.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
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
            Result = expectation.Failed("the page did not answer");
        }
        catch (PlaywrightException error)
        {
            Result = expectation.Failed(PlaywrightError.FirstLine(error.Message));
        }

        pace.End();
    }

    /// <summary>What was last seen, told as well as the page lets it.</summary>
    /// <param name="limit">How long the page may take to answer.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public async Task<ExpectationResult> TellAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        // A page that owes an answer gives no other.
        if (Held || expectation is not ITellingExpectation telling || pending is { IsCompleted: false })
        {
            return Result!;
        }

        try
        {
            var seen = await telling.TellAsync(Result!).WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
            return Result! with { Seen = LookAlikes.Shown(seen) };
        }
        catch (Exception error) when (error is TimeoutException or PlaywrightException)
        {
            return Result!;
        }
    }
}
