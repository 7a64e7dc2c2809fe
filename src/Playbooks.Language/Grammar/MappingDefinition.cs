namespace Playbooks.Language.Grammar;

/// <summary>A mapping of the language: the keys that it accepts.</summary>
public sealed class MappingDefinition
{
    private readonly Dictionary<string, KeyDefinition> byName;

    /// <summary>Creates the mapping of these keys.</summary>
    /// <param name="name">What it is called in documentation, such as <c>step</c>.</param>
    /// <param name="subject">The beginning of a sentence about it, such as <c>The step</c>.</param>
    /// <param name="keys">The keys, in the order in which people are shown them.</param>
    public MappingDefinition(string name, string subject, params KeyDefinition[] keys)
    {
        Name = name;
        Subject = subject;
        Keys = keys;
        Names = [.. keys.Select(key => key.Name)];
        byName = keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
    }

    /// <summary>What it is called in documentation.</summary>
    public string Name { get; }

    /// <summary>The beginning of a sentence about it.</summary>
    public string Subject { get; }

    /// <summary>The keys, in the order in which people are shown them.</summary>
    public IReadOnlyList<KeyDefinition> Keys { get; }

    /// <summary>The names of the keys, in the same order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Finds a key.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The key; null: the mapping does not accept it.</returns>
    public KeyDefinition? Find(string name) => byName.TryGetValue(name, out var key) ? key : null;

    /// <summary>The key that people know under another name; null: there is none.</summary>
    /// <param name="otherName">The other name.</param>
    public KeyDefinition? Named(string otherName) => Keys.FirstOrDefault(key => key.OtherNames.Contains(otherName));

    /// <summary>Creates a mapping whose keys are chosen by the author; equal names count once.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="names">The names.</param>
    internal static MappingDefinition FromNames(string name, IEnumerable<string> names) =>
        new(name, $"'{name}'", [.. names.Distinct(StringComparer.Ordinal).Select(key => new KeyDefinition(key, KeyKind.Value, string.Empty, string.Empty))]);
}
