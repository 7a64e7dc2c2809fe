using Playbooks.Language.Grammar;

namespace Playbooks.Language.Model;

/// <summary>A step that holds other steps.</summary>
public abstract record BlockStepModel : StepModel
{
    /// <summary>From the start of the step to the end of the value of its own key.</summary>
    public required SourceSpan HeadSpan { get; init; }

    /// <inheritdoc/>
    public override SourceSpan Head => HeadSpan;
}

/// <summary>Steps that run where a condition holds, and others that run where it does not.</summary>
public sealed record WhenStepModel : BlockStepModel
{
    /// <inheritdoc/>
    public override string Word => WhenKeys.When.Name;

    /// <summary>The condition.</summary>
    public required ConditionModel Condition { get; init; }

    /// <summary>The steps that run where it holds.</summary>
    public EquatableArray<StepModel> Then { get; init; }

    /// <summary>The steps that run where it does not hold; empty: none.</summary>
    public EquatableArray<StepModel> Else { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<StepModel> Children => Then.Concat(Else);
}

/// <summary>Steps that run once for each item of a list.</summary>
public sealed record ForEachStepModel : BlockStepModel
{
    /// <inheritdoc/>
    public override string Word => ForEachKeys.ForEach.Name;

    /// <summary>The name of the item in texts.</summary>
    public required string ItemName { get; init; }

    /// <summary>The name of its zero-based place.</summary>
    public string IndexName => LoopIndex.NameOf(ItemName);

    /// <summary>The items; empty where <see cref="List"/> has them.</summary>
    public EquatableArray<BoundText> Items { get; init; }

    /// <summary>What written items are: whole numbers if all are written as numbers, else texts.</summary>
    public ValueType ItemType { get; init; }

    /// <summary>The parameter or stored value that has the items; null: <see cref="Items"/> has them.</summary>
    public string? List { get; init; }

    /// <summary>The steps inside.</summary>
    public EquatableArray<StepModel> Steps { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<StepModel> Children => Steps;
}

/// <summary>Steps that run again as long as a condition holds.</summary>
public sealed record RepeatStepModel : BlockStepModel
{
    /// <inheritdoc/>
    public override string Word => RepeatKeys.Repeat.Name;

    /// <summary>What must hold for another iteration.</summary>
    public required ConditionModel While { get; init; }

    /// <summary>The maximum number of iterations, 1 to 100000.</summary>
    public NumberModel AtMost { get; init; } = new(RepeatKeys.AtMost, 1);

    /// <summary>The steps inside.</summary>
    public EquatableArray<StepModel> Steps { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<StepModel> Children => Steps;
}

/// <summary>Steps that are attempted together until all of them pass. <see cref="StepModel.Attempts"/> and <see cref="StepModel.RetryDelayMs"/> say how often.</summary>
public sealed record AttemptStepModel : BlockStepModel
{
    /// <inheritdoc/>
    public override string Word => AttemptKeys.Attempt.Name;

    /// <summary>The steps inside.</summary>
    public EquatableArray<StepModel> Steps { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<StepModel> Children => Steps;
}
