using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Reloads the page and waits until its document is loaded.</summary>
/// <param name="info">The description of the step as written.</param>
public class ReloadStep(StepInfo info) : Step(info)
{
    internal override ActionFacts Facts => ActionFacts.Reload;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var response = await HistoryMove.TryAsync(
            context,
            "Reloading the page",
            page => page.ReloadAsync(new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded, Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return response is { Status: >= 400 } refused
            ? throw new PlaybookException(ErrorCode.StepFailed, $"Reloading {context.Page.Url} failed: the server returned HTTP status {refused.Status}.")
            : null;
    }
}
