using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Reads a text from the page.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class ExtractStep(StepInfo info, SelectorChain selector) : ExtractStep<string>(info, selector);

/// <summary>Reads a value from the page.</summary>
/// <typeparam name="TOutput">The type of the output: string, int, decimal, bool, or <see cref="DateOnly"/>.</typeparam>
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

    /// <summary>Gets the type that the text is converted to, which corresponds to <typeparamref name="TOutput"/>.</summary>
    public ValueKind As { get; init; } = ValueKind.String;

    /// <summary>Gets the name of the culture of numbers and dates, or null for the invariant culture.</summary>
    public string? Culture { get; init; }

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("mode", Mode == ExtractMode.Text ? null : Mode.ToString().ToLowerInvariant()),
        ("attribute", Attribute),
        ("as", As == ValueKind.String ? null : As.ToString().ToLowerInvariant()),
        ("culture", Culture),
    ];

    internal override ActionFacts Facts => ActionFacts.Extract;

    internal override async Task<TOutput> ReadAsync(StepContext context)
    {
        var text = await new ElementReader(context, Mode, Attribute).ReadAsync(Selector).ConfigureAwait(false);
        return new ValueText(Culture).Parse<TOutput>(text, context.Resolved!.Selector);
    }

    internal override async Task<object> ReadFromAsync(StepContext context, SelectorChain element) =>
        Parse(await new ElementReader(context, Mode, Attribute).ReadAsync(element).ConfigureAwait(false));

    internal override TOutput Parse(string text) => new ValueText(Culture).Parse<TOutput>(text.Trim(), "The text");
}
