using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Acts on a page as a whole, within the time limit of the attempt, and explains a failure in one sentence.</summary>
internal static class PageAction
{
    /// <summary>Waits for an operation for which Playwright has no time limit. If it does not complete in time, a later attempt can wait for it.</summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="attempt">The activity, such as <c>Typing</c>.</param>
    /// <param name="action">The pending operation.</param>
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

    /// <summary>Waits until the document is loaded that an action may have started to open. If no navigation has started, the page is not queried.</summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="attempt">The activity, such as <c>Clicking</c>.</param>
    /// <param name="target">The target of the activity.</param>
    public static async Task WaitForDocumentAsync(this StepContext context, string attempt, string target)
    {
        try
        {
            if (context.Navigation is { } navigation)
            {
                await navigation.EndAsync(context.Deadline, context.Time, context.CancellationToken).ConfigureAwait(false);
            }

            await DocumentReading.WaitAsync(context.Page, context.Deadline, context.CancellationToken).ConfigureAwait(false);
            if (ErrorPage.IsShown(context.Page))
            {
                throw new PlaybookException(ErrorCode.StepFailed, $"{attempt} {target} worked, but the page that it opened could not be loaded. The browser shows its own error page.");
            }
        }
        catch (PlaywrightException error) when (PlaywrightError.IsClosed(error))
        {
            // A button that closes its own window has succeeded.
        }
        catch (TimeoutException error)
        {
            throw NotRead(attempt, target, context.Deadline, error);
        }
    }

    /// <summary>Creates the error for an action that succeeded, but whose page was not loaded in time.</summary>
    internal static PlaybookException NotRead(string attempt, string target, Deadline deadline, TimeoutException error) => new(
        ErrorCode.StepFailed,
        $"{attempt} {target} worked, but the page that it opened did not load within {deadline.Limit.InWords()}.",
        PlaywrightError.Clean(error));

    /// <summary>Waits until the page responds. A page with a busy script does not.</summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="action">The performed action, as a noun.</param>
    public static async Task WaitUntilPageAnswersAsync(this StepContext context, string action)
    {
        try
        {
            await context.Page.TitleAsync().WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (PlaywrightError.IsClosed(error) || PlaywrightError.IsTransient(error))
        {
            // A page that is replaced or closed counts as responsive.
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The page did not respond within {context.Deadline.Limit.InWords()} after the {action}.", error);
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
            throw new PlaybookException(ErrorCode.StepFailed, $"{attempt} did not finish within {context.Deadline.Limit.InWords()}.", error);
        }
    }

    private static async Task<object?> NothingAsync(Task action)
    {
        await action.ConfigureAwait(false);
        return null;
    }
}
