using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Fills an element and presses a key on it, or types on the keyboard.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element, or null.</param>
public class KeyPressStep(StepInfo info, SelectorChain? selector = null) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain? Selector { get; } = selector;

    /// <summary>Gets the text to fill in or to type, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Gets a key or a combination in Playwright's syntax, such as <c>Control+A</c>, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Gets whether the text is typed key by key into the emptied field. The default is false.</summary>
    public bool Type { get; init; }

    /// <inheritdoc/>
    public override string InputSummary =>
        string.Join(" ", new[] { Selector?.Primary, Text is null ? null : $"\"{Text}\"", Key }.Where(part => part is not null));

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("text", Text), ("key", Key), ("type", Type ? "true" : null)];

    internal override ActionFacts Facts => ActionFacts.KeyPress;

    internal override bool IsSafeToRepeat => Facts.IsSafeToRepeat(Selector is not null, Key is not null);

    internal override async Task<object?> ActAsync(StepContext context)
    {
        if (Selector is { } selector)
        {
            var attempt = Text is null ? $"Pressing {Key} on" : "Filling";
            await context.ActOnAsync(attempt, selector, ElementRequirement.Visible, locator => FillAndPressAsync(locator, context.Deadline), Text).ConfigureAwait(false);
        }
        else
        {
            context.CarryOut();
            await context.TryAsync("Typing", TypeAsync(context.Page, context.CancellationToken)).ConfigureAwait(false);
        }

        if (Key is not null)
        {
            await context.WaitForDocumentAsync("Pressing", Key).ConfigureAwait(false);
        }

        return null;
    }

    private async Task FillAndPressAsync(ILocator locator, Deadline deadline)
    {
        if (Text is not null)
        {
            await locator.FillAsync(Type ? string.Empty : Text, new() { Timeout = deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }

        if (Text is not null && Type)
        {
            await locator.PressSequentiallyAsync(Text, new() { Timeout = deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }

        if (Key is not null)
        {
            await locator.PressAsync(Key, new() { Timeout = deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }
    }

    private async Task TypeAsync(IPage page, CancellationToken cancellationToken)
    {
        if (Text is not null)
        {
            await page.Keyboard.TypeAsync(Text).ConfigureAwait(false);
        }

        if (Key is not null)
        {
            try
            {
                await page.Keyboard.PressAsync(Key).ConfigureAwait(false);
            }
            catch (PlaywrightException error) when (PlaywrightError.IsClosed(error))
            {
                // A key that closes the window has been pressed.
                if (!await ClosedPage.IsClosedAsync(page, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }
}
