using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>A step before its texts are read: what it is, and which names it declares.</summary>
internal sealed class StepDraft(int number, StepAddress address, StepKind kind, MappingNode node, Fields fields)
{
    /// <summary>The running number in the order of the text, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The address in the tree.</summary>
    public StepAddress Address { get; } = address;

    /// <summary>What it is.</summary>
    public StepKind Kind { get; } = kind;

    public MappingNode Node { get; } = node;

    public Fields Fields { get; } = fields;

    /// <summary>The steps directly inside this one.</summary>
    public IReadOnlyList<StepDraft> Children { get; set; } = [];

    /// <summary>The action; null: it is none, or none that is known.</summary>
    public ActionDefinition? Action { get; set; }

    /// <summary>Where the action is written; without one, the beginning of the step.</summary>
    public SourceSpan ActionSpan { get; set; } = fields.Owner;

    /// <summary>Whether what the step does is not known, so that it may do anything.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>The step's id as written.</summary>
    public string? Id { get; init; }

    /// <summary>Whether the id gives the step's class its name.</summary>
    public bool NamesClass { get; set; }

    /// <summary>The stored value's name, if it is stored.</summary>
    public string? StoreAs { get; set; }

    /// <summary>Whether the stored value has a C# name of its own.</summary>
    public bool StoresTyped { get; set; }

    /// <summary>Whether the run goes on when the step fails.</summary>
    public bool IsOptional { get; set; }

    /// <summary>The type of the action's output; null: it has none, or it cannot be known.</summary>
    public Model.ValueType? Output { get; set; }

    /// <summary>Whether <c>verify</c> is written with something to check, or with something that cannot be judged.</summary>
    public bool Verifies => Fields.Has(StepKeys.Verify) || IsInParams(StepKeys.Verify);

    /// <summary>What the step needs to see, and what it expects to be gone.</summary>
    public StepSightings Sightings { get; } = new();

    /// <summary>Whether <c>params</c> holds a key that belongs beside <c>action</c>, so that it is not missing there.</summary>
    public bool IsInParams(KeyDefinition key) => Fields[StepKeys.Params] is { Value: MappingNode mapping } && mapping.Find(key.Name) is not null;
}

/// <summary>The selectors of a step by what they say of their elements.</summary>
internal sealed class StepSightings
{
    /// <summary>Elements that the action needs.</summary>
    public List<SelectorText> SeenByAction { get; } = [];

    /// <summary>Elements that the action expects to be gone.</summary>
    public List<SelectorText> GoneForAction { get; } = [];

    /// <summary>Elements that <c>verify</c> expects to be there.</summary>
    public List<SelectorText> SeenByVerify { get; } = [];

    /// <summary>Elements that <c>verify</c> expects to be gone.</summary>
    public List<SelectorText> GoneForVerify { get; } = [];
}
