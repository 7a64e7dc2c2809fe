namespace Playbooks.Language.Model;

/// <summary>A step: a node of the tree of steps.</summary>
public abstract record StepModel
{
    /// <summary>The address in the tree.</summary>
    public required StepAddress Address { get; init; }

    /// <summary>The running number in the order of the text, from 1: a label for people.</summary>
    public required int Number { get; init; }

    /// <summary>From the first character of the step's mapping to just after its last.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The part of <see cref="Span"/> that says what the step itself does, without the steps inside it.</summary>
    public virtual SourceSpan Head => Span;

    /// <summary>The word that people know the step by: its action, or the key of its kind.</summary>
    public abstract string Word { get; }

    /// <summary>The author's id; null: there is none.</summary>
    public string? Id { get; init; }

    /// <summary>Name of the generated class, unique among the playbook's steps, renamed by rule where that would not compile.</summary>
    public required string ClassName { get; init; }

    /// <summary>What must hold after the step.</summary>
    public VerifyModel? Verify { get; init; }

    /// <summary>What the step does, for people.</summary>
    public BoundText? Description { get; init; }

    /// <summary>The error that people read when the step fails.</summary>
    public BoundText? FailureMessage { get; init; }

    /// <summary>What happens when an attempt fails.</summary>
    public FailurePolicyModel OnFailure { get; init; } = FailurePolicyModel.LlmRecover;

    /// <summary>All attempts together, 1 to 10: what is written, else 1 with abort and 2 without.</summary>
    public NumberModel Attempts { get; init; } = NumberModel.Default(Grammar.RetryKeys.Attempts);

    /// <summary>Milliseconds between attempts, 0 to 60000.</summary>
    public NumberModel RetryDelayMs { get; init; } = NumberModel.Default(Grammar.RetryKeys.DelayMs);

    /// <summary>The steps directly inside this one, in the order of the text; none in a step that acts.</summary>
    public virtual IEnumerable<StepModel> Children => [];

    /// <summary>This step and all inside it, each before those inside it.</summary>
    public IEnumerable<StepModel> SelfAndDescendants() => Children.SelectMany(static child => child.SelfAndDescendants()).Prepend(this);
}
