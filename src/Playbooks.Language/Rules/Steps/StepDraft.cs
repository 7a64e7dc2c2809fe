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

    /// <summary>The step that this one is in; null: it is in a list of the playbook itself.</summary>
    public StepDraft? Parent { get; init; }

    /// <summary>The steps directly inside this one.</summary>
    public IReadOnlyList<StepDraft> Children { get; set; } = [];

    /// <summary>The steps of one of its lists.</summary>
    /// <param name="block">The name of the list; null: all of them.</param>
    public IEnumerable<StepDraft> ChildrenOf(string? block) =>
        block is null ? Children : Children.Where(child => child.IsIn(block));

    /// <summary>Whether the step stands in the list of this name of the step around it.</summary>
    public bool IsIn(string block) => Parent is not null && Address.ToString().StartsWith(Parent.Address + "." + block + ".", StringComparison.Ordinal);

    /// <summary>What the step gives a name to for the steps inside it; null: nothing.</summary>
    public LoopItem? Item { get; set; }

    /// <summary>This step and the steps around it, from the inside to the outside.</summary>
    public IEnumerable<StepDraft> SelfAndAround()
    {
        for (var step = this; step is not null; step = step.Parent)
        {
            yield return step;
        }
    }

    /// <summary>Whether this step and another are in different branches, so that a run takes only one of them.</summary>
    public bool IsAlternativeTo(StepDraft other) => SelfAndAround().Any(mine =>
        mine.Parent is { Kind: WhenStepKind } && other.SelfAndAround().Any(its => its.Parent == mine.Parent && its != mine && its.IsIn(WhenKeys.Then.Name) != mine.IsIn(WhenKeys.Then.Name)));

    /// <summary>The items of the loops around this step, from the inside to the outside.</summary>
    public IEnumerable<LoopItem> ItemsAround() => SelfAndAround().Skip(1).Select(static around => around.Item).OfType<LoopItem>();

    /// <summary>The name of the C# method; null: there is none.</summary>
    public string? Code { get; set; }

    /// <summary>The call; null: the step calls no playbook.</summary>
    public CallDraft? Call { get; set; }

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

    /// <summary>The values that the step stores.</summary>
    public List<StoredDraft> Stores { get; } = [];

    /// <summary>Whether the run goes on when the step fails.</summary>
    public bool IsOptional { get; set; }

    /// <summary>The type of the action's output; null: it has none, or it cannot be known.</summary>
    public Model.ValueType? Output { get; set; }

    /// <summary>What a list's items are, where the output is one.</summary>
    public Model.ValueType OutputItem { get; set; }

    /// <summary>The record that the output is; null: it is none.</summary>
    public Model.ShapeModel? Shape { get; set; }

    /// <summary>Whether the action passes on every page, so that it checks nothing.</summary>
    public bool ProvesNothing { get; set; }

    /// <summary>Whether <c>verify</c> is written with something to check, or with something that cannot be judged.</summary>
    public bool Verifies => Fields.Has(StepKeys.Verify) || IsInParams(StepKeys.Verify);

    /// <summary>What the step needs to see, and what it expects to be gone.</summary>
    public StepSightings Sightings { get; } = new();

    /// <summary>Whether <c>params</c> holds a key that belongs beside <c>action</c>, so that it is not missing there.</summary>
    public bool IsInParams(KeyDefinition key) => Fields[StepKeys.Params] is { Value: MappingNode mapping } && mapping.Find(key.Name) is not null;
}

/// <summary>A value that a step stores.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is; null: that cannot be known.</param>
internal sealed record StoredDraft(string Name, Model.ValueType? Type)
{
    /// <summary>What a list's items are, where it is one.</summary>
    public Model.ValueType ItemType { get; init; }

    /// <summary>The record that it is; null: it is none.</summary>
    public Model.ShapeModel? Shape { get; init; }

    /// <summary>Whether it has a C# name of its own.</summary>
    public bool IsTyped { get; set; }

    /// <summary>Whether a step of another branch stores the same value, and gives it its C# name.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Whether it has a default, so that it can be used where the step may not have run.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The canonical text of the default; null: there is none, or none that fits.</summary>
    public string? Default { get; init; }

    /// <summary>The output of another playbook that it is; null: it is the step's own.</summary>
    public Model.CallOutput? From { get; init; }

    /// <summary>Whether it is there whenever the step has passed. An output that a called playbook stores on some paths only is not.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>Whether a value can be stored by either of two branches: what it is and its default are equal, as far as they are known.</summary>
    public bool IsLike(StoredDraft other) =>
        Type is null || other.Type is null
        || (Type == other.Type && ItemType == other.ItemType && Equals(Shape, other.Shape) && HasDefault == other.HasDefault && Default == other.Default);
}

/// <summary>The item of a loop, as the texts of the steps inside know it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
internal sealed record LoopItem(string Name, Model.ValueType Type)
{
    /// <summary>The name of its zero-based place.</summary>
    public string IndexName => LoopIndex.NameOf(Name);
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
