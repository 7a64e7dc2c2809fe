using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Reads the page and asks the run's model a question about it.</summary>
public abstract class LlmExtractStep : LlmExtractStep<string>
{
    /// <summary>Makes the step that this describes.</summary>
    protected LlmExtractStep(StepInfo info)
        : base(info)
    {
    }
}

/// <summary>Reads the page and asks the run's model a question about it, whose answer is a value.</summary>
/// <typeparam name="TOutput">Text, int, decimal, bool or <see cref="DateOnly"/>.</typeparam>
public abstract class LlmExtractStep<TOutput> : Step<TOutput>
    where TOutput : notnull
{
    /// <summary>Makes the step that this describes.</summary>
    protected LlmExtractStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>What the model is asked.</summary>
    public abstract string Prompt { get; }

    /// <summary>What is read of the element.</summary>
    public virtual ExtractMode Mode => ExtractMode.Text;

    /// <summary>What the text is turned into; it says the same as <typeparamref name="TOutput"/>.</summary>
    public virtual ValueKind As => ValueKind.String;

    /// <summary>Name of the culture that numbers and dates are written in; null: invariant.</summary>
    public virtual string? Culture => null;

    internal override Task<TOutput> ReadAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");

    internal override TOutput Parse(string text) => throw new NotSupportedException("Comes with the next commit.");
}
