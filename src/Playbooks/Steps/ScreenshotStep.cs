using Microsoft.Playwright;
using Playbooks.Running;
using Playbooks.Running.Resolution;

namespace Playbooks.Steps;

/// <summary>Saves a screenshot of the page, or of an element, in the run's folder.</summary>
public abstract class ScreenshotStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected ScreenshotStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>Part of the file's name; null: <c>screenshot</c>.</summary>
    public virtual string? Name => null;

    /// <inheritdoc/>
    public override string InputSummary => Name ?? base.InputSummary;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("name", Name)];

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var path = new ScreenshotFile(context.ScreenshotFolder).Reserve(context.StepNumber, Name ?? "screenshot");
        if (Selector is { } selector)
        {
            await context.ActOnAsync("Taking a screenshot of", selector, ElementRequirement.Visible, locator => locator.ScreenshotAsync(new()
            {
                Path = path,
                Type = ScreenshotType.Jpeg,
                Timeout = context.Deadline.RemainingMilliseconds,
            })).ConfigureAwait(false);
        }
        else
        {
            await context.TryAsync("Taking a screenshot", context.Page.ScreenshotAsync(new()
            {
                Path = path,
                Type = ScreenshotType.Jpeg,
                Timeout = context.Deadline.RemainingMilliseconds,
            })).ConfigureAwait(false);
        }

        context.ScreenshotPath = path;
        return null;
    }
}
