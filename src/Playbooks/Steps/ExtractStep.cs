using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Reads text from the page.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class ExtractStep(StepInfo info, SelectorChain selector) : ExtractStep<string>(info, selector);

/// <summary>Reads a value from the page.</summary>
/// <typeparam name="TOutput">The type of the output: string, int, decimal, bool, or <see cref="DateOnly"/>; with <see cref="All"/>, an <see cref="IReadOnlyList{T}"/> of one of them.</typeparam>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class ExtractStep<TOutput>(StepInfo info, SelectorChain selector) : Step<TOutput>(info)
    where TOutput : notnull
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets what is read from the element. The default is its text.</summary>
    public ExtractMode Mode { get; init; } = ExtractMode.Text;

    /// <summary>Gets the name of the attribute, or null unless the mode is <see cref="ExtractMode.Attribute"/>.</summary>
    public string? Attribute { get; init; }

    /// <summary>Gets the .NET regular expression that finds the value in the text: the first group, or the whole match if the expression has no groups. If null, the value is the whole text.</summary>
    public string? Pattern { get; init; }

    /// <summary>Gets whether every element that matches is read, into a list. At least one must match.</summary>
    public bool All { get; init; }

    /// <summary>Gets the type that each text is converted to, which corresponds to <typeparamref name="TOutput"/>.</summary>
    public ValueKind As { get; init; } = ValueKind.String;

    /// <summary>Gets the name of the culture in which numbers and dates are written, or null for the invariant culture.</summary>
    public string? Culture { get; init; }

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("mode", Mode == ExtractMode.Text ? null : Mode.ToString().ToLowerInvariant()),
        ("attribute", Attribute),
        ("pattern", Pattern),
        ("all", All ? "true" : null),
        ("as", As == ValueKind.String ? null : As.ToString().ToLowerInvariant()),
        ("culture", Culture),
    ];

    internal override ActionFacts Facts => ActionFacts.Extract;

    // Any page has a number of matching elements.
    internal override bool ChecksPage => Mode != ExtractMode.Count && base.ChecksPage;

    internal override Task<TOutput> ReadAsync(StepContext context) => ReadFromChainAsync(context, Selector);

    internal override async Task<object> ReadFromAsync(StepContext context, SelectorChain element) => await ReadFromChainAsync(context, element).ConfigureAwait(false);

    internal override TOutput Parse(string text) => All
        ? new ExtractedText(Pattern, Culture).ToList<TOutput>([text.Trim()], As, "The text")
        : new ExtractedText(Pattern, Culture).ToValue<TOutput>(text.Trim(), "The text");

    private async Task<TOutput> ReadFromChainAsync(StepContext context, SelectorChain chain)
    {
        if (Mode == ExtractMode.Count)
        {
            return (TOutput)(object)await ElementCount.ReadAsync(context, chain).ConfigureAwait(false);
        }

        var reader = new ElementReader(context, Mode, Attribute);
        var value = new ExtractedText(Pattern, Culture);
        if (All)
        {
            var texts = await reader.ReadAllAsync(chain).ConfigureAwait(false);
            return value.ToList<TOutput>(texts, As, context.Resolved!.Selector);
        }

        var text = await reader.ReadAsync(chain).ConfigureAwait(false);
        return value.ToValue<TOutput>(text, context.Resolved!.Selector);
    }
}
