using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Selects options of a <c>select</c> element by their values, their labels, or their indexes.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class SelectStep(StepInfo info, SelectorChain selector) : Step(info)
{
    // Whether an element is a select that takes one option only.
    private const string TakesOneScript = "element => { const field = element.control ?? element; return field.localName === 'select' && !field.multiple; }";

    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets the value of the option, or null if it is selected by label or index.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the label of the option, or null if it is selected by value or index.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the zero-based index of the option, or -1 if it is selected by value or label.</summary>
    public int Index { get; init; } = -1;

    /// <summary>Gets the values of all options to select in a <c>select multiple</c>, or null.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Gets the labels of all options to select in a <c>select multiple</c>, or null.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Gets the zero-based indexes of all options to select in a <c>select multiple</c>, or null.</summary>
    public IReadOnlyList<int>? Indexes { get; init; }

    /// <inheritdoc/>
    public override string InputSummary => $"{Selector.Primary} {Wanted}";

    private bool IsList => Values is not null || Labels is not null || Indexes is not null;

    private string Wanted =>
        Values is not null ? $"values {Quoted(Values)}"
        : Labels is not null ? $"labels {Quoted(Labels)}"
        : Indexes is not null ? $"indexes {Joined(Indexes)}"
        : Value is not null ? $"value \"{Value}\""
        : Label is not null ? $"label \"{Label}\""
        : $"index {Index.ToString(CultureInfo.InvariantCulture)}";

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("value", Values is null ? Value : string.Join(", ", Values)),
        ("label", Labels is null ? Label : string.Join(", ", Labels)),
        ("index", Indexes is not null ? Joined(Indexes) : Index < 0 ? null : Index.ToString(CultureInfo.InvariantCulture)),
    ];

    internal override ActionFacts Facts => ActionFacts.Select;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await context.ActOnAsync("Selecting in", Selector, ElementRequirement.Visible, locator => SelectAsync(context, locator)).ConfigureAwait(false);
        return null;
    }

    private async Task SelectAsync(StepContext context, ILocator locator)
    {
        var select = context.Resolved!.Selector;
        if (IsList && await locator.EvaluateAsync<bool>(TakesOneScript, null, new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false))
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"{select} is not a <select multiple>, so only one of its options can be selected. Write one option instead of a list.");
        }

        var offer = new OfferedOptions(locator, context);
        try
        {
            await locator.SelectOptionAsync(await OptionsAsync(offer, select).ConfigureAwait(false), new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }
        catch (TimeoutException error) when (error.Message.Contains("did not find some options", StringComparison.Ordinal))
        {
            throw await NoneAsync(Wanted, PlaywrightError.Clean(error)).ConfigureAwait(false);
        }
        catch (TimeoutException error) when (error.Message.Contains("option being selected is not enabled", StringComparison.Ordinal))
        {
            throw new PlaybookException(
                ErrorCode.StepFailed,
                IsList
                    ? $"{select} has options with {Wanted}, but one of them is disabled; it has {await offer.InWordsAsync().ConfigureAwait(false)}."
                    : $"{select} has an option with {Wanted}, but it is disabled; it has {await offer.InWordsAsync().ConfigureAwait(false)}.",
                PlaywrightError.Clean(error));
        }

        async Task<IEnumerable<SelectOptionValue>> OptionsAsync(OfferedOptions offered, string name)
        {
            if (Values is not null || Indexes is not null)
            {
                return Values?.Select(static value => new SelectOptionValue { Value = value }) ?? Indexes!.Select(static index => new SelectOptionValue { Index = index });
            }

            if ((Labels ?? (Label is null ? null : [Label])) is not { } labels)
            {
                return [new() { Value = Value, Index = Index < 0 ? null : Index }];
            }

            // If several options have the label, Playwright silently selects the first.
            var options = new List<SelectOptionValue>();
            foreach (var label in labels)
            {
                var option = await offered.OneWithAsync(label, name).ConfigureAwait(false) ?? throw await NoneAsync($"label \"{label}\"", null).ConfigureAwait(false);
                options.Add(Labels is null ? new() { Label = label, Index = option.Index } : new() { Index = option.Index });
            }

            return options;
        }

        async Task<PlaybookException> NoneAsync(string wanted, Exception? cause) => new(
            ErrorCode.StepFailed,
            $"{select} {(IsList && cause is not null ? "does not have all options with" : "has no option with")} {wanted}; it has {await offer.InWordsAsync().ConfigureAwait(false)}.",
            cause);
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(static text => $"\"{text}\""));

    private static string Joined(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));
}
