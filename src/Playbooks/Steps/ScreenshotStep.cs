using Microsoft.Playwright;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Saves a screenshot of the page, or of an element, in the run's folder.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element, or null.</param>
public class ScreenshotStep(StepInfo info, SelectorChain? selector = null) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain? Selector { get; } = selector;

    /// <summary>Gets the name that becomes a part of the file name. The default is <c>screenshot</c>.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    public override string InputSummary => Name ?? base.InputSummary;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("name", Name)];

    internal override ActionFacts Facts => ActionFacts.Screenshot;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var name = Name ?? "screenshot";
        if (Selector is { } selector)
        {
            await context.ActOnAsync("Taking a screenshot of", selector, ElementRequirement.Visible, locator => TakeAsync(context, locator, name)).ConfigureAwait(false);
        }
        else
        {
            await context.TryAsync("Taking a screenshot", TakeAsync(context, null, name)).ConfigureAwait(false);
        }

        return null;
    }

    private static async Task TakeAsync(StepContext context, ILocator? element, string name) => context.ScreenshotPath =
        await context.Screenshots.TakeAsync(context.Page, element, context.StepNumber, name, context.Deadline.RemainingMilliseconds).ConfigureAwait(false);
}
