using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Selects an option of a <c>select</c> element by its value, its label, or its index.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class SelectStep(StepInfo info, SelectorChain selector) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets the value of the option, or null if it is selected by label or index.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the label of the option, or null if it is selected by value or index.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the index of the option, from 0, or -1 if it is selected by value or label.</summary>
    public int Index { get; init; } = -1;

    /// <inheritdoc/>
    public override string InputSummary => $"{Selector.Primary} {Wanted}";

    private string Wanted => Value is not null ? $"value \"{Value}\"" : Label is not null ? $"label \"{Label}\"" : $"index {Index.ToString(CultureInfo.InvariantCulture)}";

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("value", Value), ("label", Label), ("index", Index < 0 ? null : Index.ToString(CultureInfo.InvariantCulture))];

    internal override ActionFacts Facts => ActionFacts.Select;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await context.ActOnAsync("Selecting in", Selector, ElementRequirement.Visible, locator => SelectAsync(context, locator)).ConfigureAwait(false);
        return null;
    }

    private async Task SelectAsync(StepContext context, ILocator locator)
    {
        var select = context.Resolved!.Selector;
        var wanted = new SelectOptionValue { Value = Value, Label = Label, Index = Index < 0 ? null : Index };
        var offer = new OfferedOptions(locator, context);
        if (Label is not null)
        {
            // If several options have the label, Playwright silently selects the first.
            wanted.Index = (await offer.OneWithAsync(Label, select).ConfigureAwait(false) ?? throw await NoneAsync(null).ConfigureAwait(false)).Index;
        }

        try
        {
            await locator.SelectOptionAsync(wanted, new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }
        catch (TimeoutException error) when (error.Message.Contains("did not find some options", StringComparison.Ordinal))
        {
            throw await NoneAsync(PlaywrightError.Clean(error)).ConfigureAwait(false);
        }
        catch (TimeoutException error) when (error.Message.Contains("option being selected is not enabled", StringComparison.Ordinal))
        {
            throw new PlaybookException(
                ErrorCode.StepFailed, $"{select} has an option with {Wanted}, but it is disabled; it has {await offer.InWordsAsync().ConfigureAwait(false)}.", PlaywrightError.Clean(error));
        }

        async Task<PlaybookException> NoneAsync(Exception? cause) =>
            new(ErrorCode.StepFailed, $"{select} has no option with {Wanted}; it has {await offer.InWordsAsync().ConfigureAwait(false)}.", cause);
    }
}
