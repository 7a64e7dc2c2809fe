namespace Playbooks.Language.Model;

/// <summary>A node of the tree of steps.</summary>
public abstract record StepModel
{
    /// <summary>Its address in the tree: <c>3</c>, and within groups <c>3.then.1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>From the first character of the step's mapping to just after its last.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A step that acts on the page.</summary>
public sealed record ActionStepModel : StepModel
{
    /// <summary>Running number in the order of the text, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The author's id, if there is one.</summary>
    public string? Id { get; init; }

    /// <summary>Name of the generated class, unique among the playbook's steps, renamed by rule where that would not compile.</summary>
    public required string ClassName { get; init; }

    /// <summary>The action's name, an entry of <see cref="Grammar.ActionTable"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The selectors, if there are any.</summary>
    public SelectorChainModel? Selector { get; init; }

    /// <summary>The params that are written, in the action table's order.</summary>
    public EquatableArray<ParamModel> Params { get; init; }

    /// <summary>What the model is asked.</summary>
    public BoundText? Prompt { get; init; }

    /// <summary>What must hold after the action.</summary>
    public VerifyModel? Verify { get; init; }

    /// <summary>For people.</summary>
    public BoundText? Description { get; init; }

    /// <summary>What a person is told when the step fails.</summary>
    public BoundText? FailureMessage { get; init; }

    /// <summary>What happens when a try fails.</summary>
    public FailurePolicyModel OnFailure { get; init; } = FailurePolicyModel.LlmRecover;

    /// <summary>All tries together, 1 to 10: what is written, else 1 with abort and 2 without.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Milliseconds between tries, 0 to 60000.</summary>
    public int RetryDelayMs { get; init; } = 1000;

    /// <summary>Whether an action that was carried out, and that is not safe to repeat, may be repeated all the same.</summary>
    public bool RepeatAction { get; init; }

    /// <summary>The stored value's name; it stands in <see cref="PlaybookModel.StoredValues"/>.</summary>
    public string? StoreAs { get; init; }

    /// <summary>What the action gives; null: nothing.</summary>
    public ValueType? Output { get; init; }

    /// <summary>Milliseconds for one try of the action: what is written, else the action's default.</summary>
    public int TimeoutMs { get; init; }
}

/// <summary>What happens when a try of a step fails.</summary>
public enum FailurePolicyModel
{
    /// <summary>As retry, then the recovery agent takes over.</summary>
    LlmRecover,

    /// <summary>It is tried again.</summary>
    Retry,

    /// <summary>The playbook fails.</summary>
    Abort,
}

/// <summary>Selectors in the order of preference.</summary>
/// <param name="Candidates">The primary, then the fallbacks; at least one.</param>
/// <param name="Description">What is looked for, for people and for recovery.</param>
public sealed record SelectorChainModel(EquatableArray<BoundText> Candidates, BoundText? Description);

/// <summary>A param of an action, with its value.</summary>
/// <param name="Name">Its name in the YAML and in the action table.</param>
public abstract record ParamModel(string Name);

/// <summary>A text.</summary>
public sealed record TextParam(string Name, BoundText Text) : ParamModel(Name);

/// <summary>Texts.</summary>
public sealed record TextListParam(string Name, EquatableArray<BoundText> Texts) : ParamModel(Name);

/// <summary>Named texts.</summary>
public sealed record TextMapParam(string Name, EquatableArray<NamedText> Entries) : ParamModel(Name);

/// <summary>An entry of a <see cref="TextMapParam"/>.</summary>
public sealed record NamedText(string Key, BoundText Text);

/// <summary>A text that is never bound: a script.</summary>
public sealed record VerbatimParam(string Name, string Text) : ParamModel(Name);

/// <summary>A word of a closed set; the runtime's enum is named after the set, its member after the word.</summary>
public sealed record WordParam(string Name, string WordSet, string Word) : ParamModel(Name);

/// <summary>Words of a closed set.</summary>
public sealed record WordListParam(string Name, string WordSet, EquatableArray<string> Words) : ParamModel(Name);

/// <summary>A whole number.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What is written.</param>
/// <param name="InjectedFrom">The int parameter whose <c>inject_into</c> leads here.</param>
public sealed record IntParam(string Name, int Value, string? InjectedFrom = null) : ParamModel(Name);

/// <summary>True or false.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What is written.</param>
/// <param name="InjectedFrom">The bool parameter whose <c>inject_into</c> leads here.</param>
public sealed record BoolParam(string Name, bool Value, string? InjectedFrom = null) : ParamModel(Name);
