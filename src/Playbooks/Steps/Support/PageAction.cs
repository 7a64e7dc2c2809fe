using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Acts on a page as a whole, within the try's time limit, and says in one sentence why that failed.</summary>
internal static class PageAction
{
    /// <summary>Waits for something that Playwright does without a time limit of its own. What is not done in time, a later attempt can wait for.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="attempt">What is attempted, as <c>Typing</c>.</param>
    /// <param name="action">Under way already.</param>
    public static async Task<T> TryAsync<T>(this StepContext context, string attempt, Task<T> action)
    {
        context.Rest = async later => await later.WaitForAsync(attempt, action).ConfigureAwait(false);
        return await context.WaitForAsync(attempt, action).ConfigureAwait(false);
    }

    /// <inheritdoc cref="TryAsync{T}"/>
    public static async Task TryAsync(this StepContext context, string attempt, Task action)
    {
        var done = NothingAsync(action);
        await context.TryAsync(attempt, done).ConfigureAwait(false);
    }

    /// <summary>Waits until the document is read that an action may have started to open; nothing is asked of the page where none was.</summary>
    /// <param name="context">The try.</param>
    /// <param name="attempt">What was done, as <c>Clicking</c>.</param>
    /// <param name="target">To what.</param>
    public static async Task WaitForDocumentAsync(this StepContext context, string attempt, string target)
    {
        try
        {
            if (context.Navigation is { } navigation)
            {
                await navigation.EndAsync(context.Deadline, context.Time, context.CancellationToken).ConfigureAwait(false);
            }

            await DocumentReading.WaitAsync(context.Page, context.Deadline, context.CancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (PlaywrightError.IsClosed(error))
        {
            // A button that closes its own window has done what it is for.
        }
        catch (TimeoutException error)
        {
            throw NotRead(attempt, target, context.Deadline, error);
        }
    }

    /// <summary>What was done worked, but the page that it opened was not read in time.</summary>
    internal static PlaybookException NotRead(string attempt, string target, Deadline deadline, TimeoutException error) => new(
        ErrorCode.StepFailed,
        $"{attempt} {target} worked, but the page that it opened was not read within {deadline.Limit.InWords()}.",
        PlaywrightError.Clean(error));

    /// <summary>Waits until the page answers, as one does not whose script is busy.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="action">The action that was carried out, as a noun.</param>
    public static async Task WaitUntilPageAnswersAsync(this StepContext context, string action)
    {
        try
        {
            await context.Page.TitleAsync().WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (PlaywrightError.IsClosed(error) || PlaywrightError.IsTransient(error))
        {
            // A page that is replaced or closed has answered.
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The page did not answer within {context.Deadline.Limit.InWords()} after the {action}.", error);
        }
    }

    private static async Task<T> WaitForAsync<T>(this StepContext context, string attempt, Task<T> action)
    {
        try
        {
            return await action.WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error)
        {
            throw PlaywrightError.Explain(error, attempt);
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"{attempt} did not end within {context.Deadline.Limit.InWords()}.", error);
        }
    }

    private static async Task<object?> NothingAsync(Task action)
    {
        await action.ConfigureAwait(false);
        return null;
    }
}
