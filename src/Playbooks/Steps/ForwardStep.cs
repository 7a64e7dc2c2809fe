using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Goes forward to the next page in the history.</summary>
/// <param name="info">The description of the step as written.</param>
public class ForwardStep(StepInfo info) : Step(info)
{
    internal override ActionFacts Facts => ActionFacts.Forward;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await HistoryMove.GoAsync(context, "forward", page => page.GoForwardAsync(new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded, Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
