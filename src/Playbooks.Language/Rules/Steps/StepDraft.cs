using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>A step before its texts are read: what it is, and which names it declares.</summary>
internal sealed class StepDraft(int number, MappingNode node, Fields fields)
{
    /// <summary>Running number, from 1.</summary>
    public int Number { get; } = number;

    public MappingNode Node { get; } = node;

    public Fields Fields { get; } = fields;

    /// <summary>Whether <c>params</c> holds a key that belongs beside <c>action</c>, so that it does not lack there.</summary>
    public bool IsInParams(KeyDefinition key) => Fields[StepKeys.Params] is { Value: MappingNode mapping } && mapping.Find(key.Name) is not null;

    /// <summary>The action; null: none is written, or none that is known.</summary>
    public ActionDefinition? Action { get; init; }

    /// <summary>Where the action is written; without one, where the step begins.</summary>
    public SourceSpan ActionSpan { get; init; }

    /// <summary>The step's id as written.</summary>
    public string? Id { get; init; }

    /// <summary>Whether the id gives the step's class its name.</summary>
    public bool NamesClass { get; set; }

    /// <summary>The stored value's name, if it is stored.</summary>
    public string? StoreAs { get; set; }

    /// <summary>Whether the stored value has a C# name of its own.</summary>
    public bool StoresTyped { get; set; }

    /// <summary>What the action gives; null: nothing, or it cannot be known.</summary>
    public Model.ValueType? Output { get; set; }

    /// <summary>Whether <c>verify</c> is written with something to check, or with something that cannot be judged.</summary>
    public bool Verifies { get; set; }
}
