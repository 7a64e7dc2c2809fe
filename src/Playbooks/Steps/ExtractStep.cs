

using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Reads a text from the page.</summary>
public abstract class ExtractStep : ExtractStep<string>
{
    /// <summary>Makes the step that this describes.</summary>
    protected ExtractStep(StepInfo info)
        : base(info)
    {
    }
}

/// <summary>Reads a value from the page.</summary>
/// <typeparam name="TOutput">Text, int, decimal, bool or <see cref="DateOnly"/>.</typeparam>
public abstract class ExtractStep<TOutput> : Step<TOutput>
    where TOutput : notnull
{
    /// <summary>Makes the step that this describes.</summary>
    protected ExtractStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    /// <summary>What is read of the element.</summary>
    public virtual ExtractMode Mode => ExtractMode.Text;

    /// <summary>The attribute's name; null unless the mode is <see cref="ExtractMode.Attribute"/>.</summary>
    public virtual string? Attribute => null;

    /// <summary>What the text is turned into; it says the same as <typeparamref name="TOutput"/>.</summary>
    public virtual ValueKind As => ValueKind.String;

    /// <summary>Name of the culture that numbers and dates are written in; null: invariant.</summary>
    public virtual string? Culture => null;

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
