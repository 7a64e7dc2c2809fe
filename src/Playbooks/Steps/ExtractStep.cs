using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Reads a text from the page.</summary>
/// <param name="info">What is known of the step before its texts are bound.</param>
/// <param name="selector">The element it acts on.</param>
public class ExtractStep(StepInfo info, SelectorChain selector) : ExtractStep<string>(info, selector);

/// <summary>Reads a value from the page.</summary>
/// <typeparam name="TOutput">Text, int, decimal, bool or <see cref="DateOnly"/>.</typeparam>
/// <param name="info">What is known of the step before its texts are bound.</param>
/// <param name="selector">The element it acts on.</param>
public class ExtractStep<TOutput>(StepInfo info, SelectorChain selector) : Step<TOutput>(info)
    where TOutput : notnull
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>What is read of the element.</summary>
    public ExtractMode Mode { get; init; } = ExtractMode.Text;

    /// <summary>The attribute's name; null unless the mode is <see cref="ExtractMode.Attribute"/>.</summary>
    public string? Attribute { get; init; }

    /// <summary>What the text is turned into; it says the same as <typeparamref name="TOutput"/>.</summary>
    public ValueKind As { get; init; } = ValueKind.String;

    /// <summary>Name of the culture that numbers and dates are written in; null: invariant.</summary>
    public string? Culture { get; init; }

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("mode", Mode == ExtractMode.Text ? null : Mode.ToString().ToLowerInvariant()),
        ("attribute", Attribute),
        ("as", As == ValueKind.String ? null : As.ToString().ToLowerInvariant()),
        ("culture", Culture),
    ];

    internal override bool IsSafeToRepeat => true;

    internal override async Task<TOutput> ReadAsync(StepContext context)
    {
        var text = await new ElementReader(context, Mode, Attribute).ReadAsync(Selector).ConfigureAwait(false);
        return new ValueText(Culture).Parse<TOutput>(text, context.Resolved!.Selector);
    }

    internal override TOutput Parse(string text) => new ValueText(Culture).Parse<TOutput>(text.Trim(), "The text");
}
