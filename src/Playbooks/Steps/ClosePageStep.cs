using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Closes the current page. The page that was current before becomes the current one again.</summary>
/// <param name="info">The description of the step as written.</param>
public class ClosePageStep(StepInfo info) : Step(info)
{
    internal override ActionFacts Facts => ActionFacts.ClosePage;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        if (context.Browser!.Pages.Count == 1)
        {
            throw new PlaybookException(ErrorCode.StepFailed, "The current page is the only one, and the run needs a page. Remove close_page, or open another page first.");
        }

        context.CarryOut();
        await context.TryAsync("Closing the page", context.Page.CloseAsync()).ConfigureAwait(false);
        return null;
    }
}
