using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Goes back to the previous page in the history.</summary>
/// <param name="info">The description of the step as written.</param>
public class BackStep(StepInfo info) : Step(info)
{
    internal override ActionFacts Facts => ActionFacts.Back;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await HistoryMove.GoAsync(context, "back", page => page.GoBackAsync(new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded, Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
