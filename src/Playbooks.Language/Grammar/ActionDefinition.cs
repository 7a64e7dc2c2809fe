using Playbooks.Language.Model;

namespace Playbooks.Language.Grammar;

/// <summary>What the language knows about an action.</summary>
/// <param name="name">Its name in the YAML; its step class in the runtime is the PascalCase of it and <c>Step</c>.</param>
/// <param name="selector">Whether it takes a selector.</param>
/// <param name="documentation">What it does, for people; may hold Markdown.</param>
/// <param name="keys">Its params, required ones first.</param>
public sealed class ActionDefinition(string name, Presence selector, string documentation, params KeyDefinition[] keys)
{
    /// <summary>Its name in the YAML.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it takes a selector.</summary>
    public Presence Selector { get; } = selector;

    /// <summary>What it does, for people.</summary>
    public string Documentation { get; } = documentation;

    /// <summary>Its params, required ones first.</summary>
    public IReadOnlyList<KeyDefinition> Params => ParamMapping.Keys;

    /// <summary>The mapping of its params.</summary>
    public MappingDefinition ParamMapping { get; } = new(name, $"The action {name}", keys);

    /// <summary>What is required of the params that are not required one by one.</summary>
    public ParamNeed Needs { get; init; }

    /// <summary>What it outputs.</summary>
    public OutputKind Output { get; init; }

    /// <summary>What it outputs, for people; null: nothing.</summary>
    public string? OutputDocumentation { get; init; }

    /// <summary>Whether it needs the step's prompt; no other action takes one.</summary>
    public bool NeedsPrompt { get; init; }

    /// <summary>Whether it changes the page, so that something ought to check what it did.</summary>
    public bool ChangesPage { get; init; }

    /// <summary>Whether it checks the page by itself, as wait_for and extract do.</summary>
    public bool Checks { get; init; }

    /// <summary>Whether it can be repeated safely after it was carried out.</summary>
    public RepeatSafety Repeat { get; init; }

    /// <summary>Milliseconds for an attempt where the step says nothing.</summary>
    public int DefaultTimeoutMs { get; init; } = 10000;

    /// <summary>Whether the action, with these params, expects its element to be gone.</summary>
    /// <param name="written">The params of the step.</param>
    internal bool ExpectsGone(IEnumerable<ParamModel> written) => written.OfType<WordParam>().Any(param =>
        ParamMapping.Find(param.Name)?.Words.Any(word => word.MeansGone && word.Text == param.Word) == true);
}

/// <summary>Whether an action that was carried out can be repeated safely.</summary>
public enum RepeatSafety
{
    /// <summary>It can.</summary>
    Safe,

    /// <summary>It cannot: each time may have an effect of its own.</summary>
    Unsafe,

    /// <summary>It can where it has a selector and no <c>key</c>, since filling a field twice is filling it once.</summary>
    SafeWhereItOnlyFills,
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

/// <summary>What is required of the params that are not required one by one.</summary>
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
