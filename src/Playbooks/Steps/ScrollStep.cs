using System.Globalization;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Turns the mouse wheel, over an element if there is one, or scrolls an element into view. Ends when the page has stopped scrolling.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element, or null.</param>
public class ScrollStep(StepInfo info, SelectorChain? selector = null) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain? Selector { get; } = selector;

    /// <summary>Gets the direction. By default, an element is scrolled into view, and without an element, the page is scrolled down.</summary>
    public ScrollDirection Direction { get; init; } = selector is null ? ScrollDirection.Down : ScrollDirection.IntoView;

    /// <summary>Gets the distance in pixels, from 1 to 100000. The default is 600.</summary>
    public int Amount { get; init; } = 600;

    /// <inheritdoc/>
    public override string InputSummary => Direction == ScrollDirection.IntoView
        ? Selector?.Primary ?? string.Empty
        : string.Join(" ", new[] { Selector?.Primary, Direction.ToString().ToLowerInvariant(), $"{Amount} px" }.Where(part => part is not null));

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("direction", Direction == ScrollDirection.IntoView ? null : Direction.ToString().ToLowerInvariant()),
        ("amount", Direction == ScrollDirection.IntoView ? null : Amount.ToString(CultureInfo.InvariantCulture)),
    ];

    internal override ActionFacts Facts => ActionFacts.Scroll;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var turnsWheel = Direction != ScrollDirection.IntoView;
        await using var rest = await ScrollRest.WatchAsync(context, turnsWheel).ConfigureAwait(false);
        if (Selector is { } selector)
        {
            await context.ActOnAsync(
                "Scrolling",
                selector,
                ElementRequirement.Visible,
                locator => turnsWheel
                    ? locator.HoverAsync(new() { Timeout = context.Deadline.RemainingMilliseconds })
                    : locator.ScrollIntoViewIfNeededAsync(new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        }

        if (turnsWheel)
        {
            var (x, y) = Direction switch
            {
                ScrollDirection.Up => (0, -Amount),
                ScrollDirection.Left => (-Amount, 0),
                ScrollDirection.Right => (Amount, 0),
                _ => (0, Amount),
            };
            await context.TryAsync("Scrolling", context.Page.Mouse.WheelAsync(x, y)).ConfigureAwait(false);
        }

        await rest.WaitAsync().ConfigureAwait(false);
        return null;
    }
}
