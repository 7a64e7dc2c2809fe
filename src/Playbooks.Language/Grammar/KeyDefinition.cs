namespace Playbooks.Language.Grammar;

/// <summary>A key of a mapping: what its value is, what it means, and how it looks. Whoever needs a key names its definition.</summary>
/// <param name="name">The key as authors write it.</param>
/// <param name="kind">What its value is.</param>
/// <param name="documentation">What it means, in one sentence.</param>
/// <param name="example">A value as YAML writes it, on one line.</param>
public sealed class KeyDefinition(string name, KeyKind kind, string documentation, string example)
{
    /// <summary>The key as authors write it; a param's property in the runtime is the PascalCase of it.</summary>
    public string Name { get; } = name;

    /// <summary>What its value is.</summary>
    public KeyKind Kind { get; } = kind;

    /// <summary>What it means, in one sentence; may hold Markdown.</summary>
    public string Documentation { get; } = documentation;

    /// <summary>A value as YAML writes it, on one line.</summary>
    public string Example { get; } = example;

    /// <summary>What people write who know the key under another name, so that it is suggested.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Whether its mapping needs it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether a rule of its own, with its own finding, reports that the key is missing.</summary>
    public bool RequiredByRule { get; init; }

    /// <summary>Whether the mapping is incomplete without the key, whichever rule reports it.</summary>
    public bool IsRequired => Required || RequiredByRule;

    /// <summary>Whether its list may be empty; only lists of steps that nobody has to write can be.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>What holds without it, for people; null: nothing, or the documentation says it.</summary>
    public string? Default { get; init; }

    /// <summary>The smallest allowed number.</summary>
    public int Minimum { get; init; }

    /// <summary>The largest allowed number.</summary>
    public int Maximum { get; init; }

    /// <summary>The allowed words.</summary>
    public IReadOnlyList<Word> Words { get; init; } = [];

    /// <summary>The name of the set of words, which names the runtime's enum in PascalCase; only what a step is made with has one.</summary>
    public string? WordSet { get; init; }

    /// <summary>The property of the runtime that takes a list, if that is another one than for a single value; only params have one.</summary>
    public string? ListProperty { get; init; }

    /// <summary>The keys of its value, or of each item of its value; null: it has none, or the author chooses them.</summary>
    public MappingDefinition? Mapping { get; init; }

    /// <summary>The other key of the same mapping, and its word, that this key requires; null: it requires none.</summary>
    public KeyCondition? OnlyWith { get; init; }

    /// <summary>The other key of the same mapping, and its word, with which this key is refused; null: there is none.</summary>
    public KeyCondition? NotWith { get; init; }

    /// <summary>The other key of the same mapping beside which this key is refused; null: there is none.</summary>
    public KeyDefinition? NotBeside { get; init; }

    /// <summary>The other key of the same mapping that this key requires, whatever its value; null: it requires none.</summary>
    public KeyDefinition? OnlyBeside { get; init; }

    /// <summary>The number that holds without the key.</summary>
    /// <exception cref="FormatException">The key has no such number.</exception>
    public int DefaultNumber => int.Parse(Default ?? string.Empty, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The key's name.</summary>
    public override string ToString() => Name;
}

/// <summary>An allowed word.</summary>
/// <param name="Text">The word as authors write it.</param>
public sealed record Word(string Text)
{
    /// <summary>Whether the action then expects its element to be gone; by default an action needs its element.</summary>
    public bool MeansGone { get; init; }

    /// <summary>The type of what the action then outputs; null: what the params say otherwise.</summary>
    public Model.ValueType? Output { get; init; }

    /// <summary>Whether the action then passes on every page, so that it checks nothing.</summary>
    public bool ProvesNothing { get; init; }
}

/// <summary>Another key that has this word.</summary>
/// <param name="Key">The other key.</param>
/// <param name="Word">Its word.</param>
public sealed record KeyCondition(KeyDefinition Key, string Word);
