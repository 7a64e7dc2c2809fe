namespace Playbooks.Language.Model;

/// <summary>A step that acts on the page.</summary>
public sealed record ActionStepModel : ActingStepModel
{
    /// <summary>The action's name, an entry of <see cref="Grammar.ActionTable"/>.</summary>
    public required string Action { get; init; }

    /// <inheritdoc/>
    public override string Word => Action;

    /// <summary>The selectors; null: there are none.</summary>
    public SelectorChainModel? Selector { get; init; }

    /// <summary>The params that are written, in the action table's order.</summary>
    public EquatableArray<ParamModel> Params { get; init; }

    /// <summary>The record that the action outputs; null: it outputs none.</summary>
    public ShapeModel? Shape => Params.OfType<ShapeParam>().FirstOrDefault()?.Shape;

    /// <summary>The dialog that the action must cause; null: none.</summary>
    public DialogModel? Dialog { get; init; }

    /// <summary>The name of the page that the action must open; null: none.</summary>
    public string? Opens { get; init; }

    /// <summary>What the model is asked.</summary>
    public BoundText? Prompt { get; init; }

    /// <summary>The HTTP request; null: the action sends none.</summary>
    public RequestModel? Request { get; init; }
}

/// <summary>A dialog that an action must cause, and how it is answered.</summary>
/// <param name="Accept">Whether it is accepted.</param>
/// <param name="ExpectedText">A text that it contains; null: any.</param>
/// <param name="Answer">What a prompt is answered with; null: nothing.</param>
public sealed record DialogModel(bool Accept, BoundText? ExpectedText, BoundText? Answer);
