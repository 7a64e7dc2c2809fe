using Playbooks.Language.Model;

namespace Playbooks.Language.Grammar;

/// <summary>What the language knows about an action.</summary>
public sealed class ActionDefinition
{
    /// <summary>Defines how an action is written.</summary>
    /// <param name="facts">What the runtime knows about it, too.</param>
    /// <param name="selector">Whether it takes a selector.</param>
    /// <param name="documentation">What it does, for people; may hold Markdown.</param>
    /// <param name="keys">Its params, required ones first.</param>
    internal ActionDefinition(ActionFacts facts, Presence selector, string documentation, params KeyDefinition[] keys)
    {
        Facts = facts;
        Selector = selector;
        Documentation = documentation;
        ParamMapping = new(Name, $"The action {Name}", keys);
    }

    /// <summary>Its name in the YAML; its step class in the runtime is the PascalCase of it and <c>Step</c>.</summary>
    public string Name => Facts.Name;

    /// <summary>Whether it takes a selector.</summary>
    public Presence Selector { get; }

    /// <summary>What it does, for people.</summary>
    public string Documentation { get; }

    /// <summary>Its params, required ones first.</summary>
    public IReadOnlyList<KeyDefinition> Params => ParamMapping.Keys;

    /// <summary>The mapping of its params.</summary>
    public MappingDefinition ParamMapping { get; }

    /// <summary>What is required of <see cref="Alternatives"/>.</summary>
    public ParamNeed Needs { get; init; }

    /// <summary>The params that are not required one by one, and say by themselves what the action does.</summary>
    public IEnumerable<KeyDefinition> Alternatives => Params.Where(static param => param is { Required: false, OnlyBeside: null });

    /// <summary>What it outputs.</summary>
    public OutputKind Output { get; init; }

    /// <summary>What it outputs, for people; null: nothing.</summary>
    public string? OutputDocumentation { get; init; }

    /// <summary>Whether it needs the step's prompt; no other action takes one.</summary>
    public bool NeedsPrompt { get; init; }

    /// <summary>Whether it needs the step's request; no other action takes one.</summary>
    public bool NeedsRequest { get; init; }

    /// <summary>Milliseconds for an attempt where the step says nothing.</summary>
    public int DefaultTimeoutMs { get; init; } = 10000;

    /// <summary>What the runtime knows about it, too.</summary>
    internal ActionFacts Facts { get; }

    /// <summary>Whether something has to check what it did: it changes the page, and does not fail by itself if the change did not happen.</summary>
    internal bool NeedsCheck => Facts is { ChangesPage: true, ConfirmsChange: false };

    /// <summary>Whether the action, with these params, expects its element to be gone.</summary>
    /// <param name="written">The params of the step.</param>
    internal bool ExpectsGone(IEnumerable<ParamModel> written) => written.OfType<WordParam>().Any(param =>
        ParamMapping.Find(param.Name)?.Words.Any(word => word.MeansGone && word.Text == param.Word) == true);
}

/// <summary>Whether something is accepted or required.</summary>
public enum Presence
{
    /// <summary>It is refused.</summary>
    None,

    /// <summary>It is accepted.</summary>
    Optional,

    /// <summary>It is required.</summary>
    Required,
}

/// <summary>What is required of the params of which none is required by itself.</summary>
public enum ParamNeed
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One or more of them.</summary>
    AtLeastOne,

    /// <summary>One of them and no other.</summary>
    ExactlyOne,
}

/// <summary>What an action outputs.</summary>
public enum OutputKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text, or what the param <c>as</c> says.</summary>
    As,
}
