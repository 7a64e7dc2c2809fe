using Microsoft.Playwright;
using Playbooks.Generated;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Clicks an element; a navigation that the click started is waited for.</summary>
public abstract class ClickStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected ClickStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    /// <summary>The button.</summary>
    public virtual MouseButton Button => MouseButton.Left;

    /// <summary>How many times, 1 to 3.</summary>
    public virtual int Count => 1;

    /// <summary>Keys held meanwhile.</summary>
    public virtual IReadOnlyList<ModifierKey> Modifiers => [];

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("button", Button == MouseButton.Left ? null : Button.ToString().ToLowerInvariant()),
        ("count", Count == 1 ? null : Bind.Text(Count)),
        ("modifiers", Modifiers.Count == 0 ? null : string.Join(", ", Modifiers)),
    ];

    internal override bool IsSafeToRepeat => false;

    internal override bool ChangesPage => true;

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
