namespace Playbooks.Language.Model;

/// <summary>A step that acts on the page.</summary>
public sealed record ActionStepModel : StepModel
{
    /// <summary>The action's name, an entry of <see cref="Grammar.ActionTable"/>.</summary>
    public required string Action { get; init; }

    /// <inheritdoc/>
    public override string Word => Action;

    /// <summary>The selectors; null: there are none.</summary>
    public SelectorChainModel? Selector { get; init; }

    /// <summary>The params that are written, in the action table's order.</summary>
    public EquatableArray<ParamModel> Params { get; init; }

    /// <summary>What the model is asked.</summary>
    public BoundText? Prompt { get; init; }

    /// <summary>The HTTP request; null: the action sends none.</summary>
    public RequestModel? Request { get; init; }

    /// <summary>Whether an action that was carried out, and that is not safe to repeat, may be repeated all the same.</summary>
    public bool RepeatAction { get; init; }

    /// <summary>Whether the run goes on when the step fails.</summary>
    public bool Optional { get; init; }

    /// <summary>The stored value's name, an entry of <see cref="PlaybookModel.StoredValues"/>.</summary>
    public string? StoreAs { get; init; }

    /// <summary>The type of the action's output; null: it has none.</summary>
    public ValueType? Output { get; init; }

    /// <summary>Milliseconds for one attempt of the action: what is written, else the action's default.</summary>
    public int TimeoutMs { get; init; }
}
