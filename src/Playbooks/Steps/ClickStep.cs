using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Clicks an element, and waits for a navigation that the click starts.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class ClickStep(StepInfo info, SelectorChain selector) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets the mouse button. The default is the left button.</summary>
    public MouseButton Button { get; init; } = MouseButton.Left;

    /// <summary>Gets the number of clicks, from 1 to 3. The default is 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Gets the keys that are held during the click. The default is none.</summary>
    public IReadOnlyList<ModifierKey> Modifiers { get; init; } = [];

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("button", Button == MouseButton.Left ? null : Button.ToString().ToLowerInvariant()),
        ("count", Count == 1 ? null : Count.ToString(CultureInfo.InvariantCulture)),
        ("modifiers", Modifiers.Count == 0 ? null : string.Join(", ", Modifiers)),
    ];

    internal override ActionFacts Facts => ActionFacts.Click;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await context.ActOnAsync("Clicking", Selector, ElementRequirement.Visible, locator => locator.ClickAsync(new()
        {
            Button = ToButton(Button),
            ClickCount = Count,
            Modifiers = Modifiers.Count == 0 ? null : Modifiers.Select(ToKey),
            Timeout = context.Deadline.RemainingMilliseconds,
        })).ConfigureAwait(false);
        await context.WaitForDocumentAsync("Clicking", Selector.Primary).ConfigureAwait(false);
        return null;
    }

    private static Microsoft.Playwright.MouseButton ToButton(MouseButton button) => button switch
    {
        MouseButton.Right => Microsoft.Playwright.MouseButton.Right,
        MouseButton.Middle => Microsoft.Playwright.MouseButton.Middle,
        _ => Microsoft.Playwright.MouseButton.Left,
    };

    private static KeyboardModifier ToKey(ModifierKey key) => key switch
    {
        ModifierKey.Alt => KeyboardModifier.Alt,
        ModifierKey.Control => KeyboardModifier.Control,
        ModifierKey.Meta => KeyboardModifier.Meta,
        _ => KeyboardModifier.Shift,
    };
}
