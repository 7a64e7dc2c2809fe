using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Goes back or forward in the history of a page, or reloads it, and explains a failure in one sentence.</summary>
internal static class HistoryMove
{
    /// <summary>Goes to another page of the history.</summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="direction">The direction, such as <c>back</c>.</param>
    /// <param name="go">Starts the navigation.</param>
    /// <exception cref="PlaybookException">There is no such page, or it was not read in time.</exception>
    public static async Task GoAsync(StepContext context, string direction, Func<IPage, Task<IResponse?>> go)
    {
        var before = context.Page.Url;

        // A page of the same document, and one without a response, are not errors.
        if (await TryAsync(context, $"Going {direction}", go).ConfigureAwait(false) is null && context.Page.Url == before)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"There is no page to go {direction} to.");
        }
    }

    /// <summary>Starts a navigation and waits for its document.</summary>
    public static async Task<IResponse?> TryAsync(StepContext context, string attempt, Func<IPage, Task<IResponse?>> go)
    {
        context.CarryOut();
        try
        {
            return await go(context.Page).WaitAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error)
        {
            throw PlaywrightError.Explain(error, attempt);
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"{attempt} did not finish within {context.Deadline.Limit.InWords()}.", PlaywrightError.Clean(error));
        }
    }
}
