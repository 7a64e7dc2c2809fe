using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary>
/// Determines whether a condition holds. A condition is asked once: it is not waited for, except that a page is given the time to show what
/// it is going to show, as for the fallbacks of a selector.
/// </summary>
internal sealed class ConditionEvaluator(TimeProvider time, SelectorResolver resolver)
{
    private const string NoResponse = "the page did not respond.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Determines whether a condition holds.</summary>
    /// <exception cref="PlaybookException">The page did not answer, so that nothing is known.</exception>
    public async Task<ConditionResult> EvaluateAsync(IPage page, StepCondition condition, CancellationToken cancellationToken)
    {
        var activity = resolver.ActivityOf(page);
        var part = ConditionPart.Create(condition, page, activity.Documents, resolver.Seen, time);
        if (!part.AsksPage)
        {
            return await part.LookAsync().ConfigureAwait(false);
        }

        var quiet = new PageQuiet(activity, time);
        var deadline = new Deadline(time, Patience);
        DomObserver? observer = null;
        string? why = null;
        try
        {
            while (true)
            {
                var next = activity.Next;
                var (result, problem) = await LookAsync(part, deadline, cancellationToken).ConfigureAwait(false);
                if (result is { Holds: true } && !part.MayHoldTooEarly)
                {
                    return result;
                }

                // The last query may not have had the time to say what the ones before it have said.
                why = problem is null ? null : problem == NoResponse ? why ?? problem : problem;
                if (why is not null && deadline.HasPassed)
                {
                    throw new PlaybookException(ErrorCode.StepFailed, $"The condition could not be evaluated: {why}");
                }

                observer ??= new(page, activity);
                if (result is not null && await quiet.IsReachedAsync(observer, next).ConfigureAwait(false))
                {
                    return result;
                }

                var wait = Task.Delay(quiet.TimeUntilDecision, time, cancellationToken);
                await (part.IsFree ? Task.WhenAny(wait, next) : wait).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            if (observer is not null)
            {
                await observer.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<(ConditionResult? Result, string? Problem)> LookAsync(ConditionPart part, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return (await part.LookAsync().WaitAsync(deadline.Remaining, time, cancellationToken).ConfigureAwait(false), null);
        }
        catch (TimeoutException)
        {
            return (null, NoResponse);
        }
        catch (SelectorException ambiguous)
        {
            return (null, ambiguous.Message);
        }
        catch (PlaywrightException error)
        {
            // A page that is navigating has no document for a moment.
            return (null, PlaywrightError.FirstLine(error.Message));
        }
    }
}
