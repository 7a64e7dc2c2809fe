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

    /// <summary>What the model is asked.</summary>
    public BoundText? Prompt { get; init; }

    /// <summary>The HTTP request; null: the action sends none.</summary>
    public RequestModel? Request { get; init; }
}
