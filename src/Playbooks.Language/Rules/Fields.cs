using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>The keys of one mapping: known ones by definition; unknown (PB0002) and repeated ones (PB0005) reported, and on demand missing ones (PB0003).</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);
    private readonly SourceSpan owner;
    private readonly Reading reading;
    private readonly bool muted;
    private readonly bool incomplete;

    private Fields(Reading reading, SourceSpan owner, bool muted, bool incomplete)
    {
        this.reading = reading;
        this.owner = owner;
        this.muted = muted;
        this.incomplete = incomplete;
    }

    /// <summary>Whether there is any key, known or not.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether there is a key that is not known and resembles none.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>Where missing keys are reported.</summary>
    public SourceSpan Owner => owner;

    /// <summary>Unknown keys that belong in another mapping, where they do not count as missing.</summary>
    public HashSet<string> Misplaced { get; } = new(StringComparer.Ordinal);

    /// <summary>All known keys that are there, in the order of the text.</summary>
    public List<Slot> InOrder { get; } = [];

    /// <summary>The value of a key; null: the key is not written.</summary>
    public Slot? this[KeyDefinition key] => slots.TryGetValue(key.Name, out var slot) ? slot : null;

    /// <summary>The value of a name that the author chose; null: the name is not written.</summary>
    public Slot? this[string name] => slots.TryGetValue(name, out var slot) ? slot : null;

    public bool Has(KeyDefinition key) => slots.ContainsKey(key.Name);

    /// <summary>Whether reading stopped inside the mapping, so missing keys may have followed.</summary>
    public bool IsIncomplete => incomplete;

    /// <summary>Reads the keys of a mapping.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="node">The mapping.</param>
    /// <param name="owner">Where a missing key is reported.</param>
    /// <param name="mapping">The keys that it accepts.</param>
    /// <param name="muted">Whether nothing is reported.</param>
    /// <param name="unknownRule">The rule that other keys violate; null: <see cref="Rule.UnknownKey"/>.</param>
    /// <param name="unknown">Begins the sentence about another key.</param>
    /// <param name="place">Says where a key belongs that is known elsewhere; null: such a key is unknown like any other.</param>
    /// <param name="ignore">Says which other keys are not judged, because a finding says enough about them; null: all are judged.</param>
    public static Fields Read(
        Reading reading,
        MappingNode node,
        SourceSpan owner,
        MappingDefinition mapping,
        bool muted = false,
        Rule? unknownRule = null,
        string unknown = "Unknown key",
        Func<MappingEntry, string?>? place = null,
        Func<string, bool>? ignore = null)
    {
        var fields = new Fields(reading, owner, muted, node.Incomplete) { Any = node.Entries.Count > 0 };
        var others = new List<(MappingEntry Entry, MappingEntry? Before)>();
        MappingEntry? before = null;
        foreach (var entry in node.Entries)
        {
            if (entry.Key is ScalarNode scalar && mapping.Find(scalar.Value) is { } key)
            {
                fields.Add(scalar, key, entry.Value, muted);
            }
            else if (entry.Key is ScalarNode other && ignore?.Invoke(other.Value) == true)
            {
                reading.Ignore(entry.Value);
                fields.HasUnknown = true;
            }
            else
            {
                others.Add((entry, before));
            }

            before = entry;
        }

        fields.TakeOthers(others, mapping, unknownRule ?? Rule.UnknownKey, unknown, place);
        return fields;
    }

    /// <summary>No keys at all.</summary>
    public static Fields None(Reading reading, SourceSpan owner, bool muted) => new(reading, owner, muted, incomplete: false);

    /// <summary>Reports the keys that the mapping requires and that are missing.</summary>
    public Fields Require(MappingDefinition mapping)
    {
        foreach (var key in mapping.Keys)
        {
            if (key.Required)
            {
                Require(key, mapping.Subject);
            }
        }

        return this;
    }

    /// <summary>Reports a key that is required here and missing.</summary>
    public void Require(KeyDefinition key, string subject)
    {
        if (!Has(key) && !muted && !incomplete)
        {
            reading.Report(Rule.MissingKey, owner, $"{subject} is missing the required key '{key.Name}'.");
        }
    }

    private void Add(ScalarNode written, KeyDefinition key, YamlNode value, bool isMuted)
    {
        if (Has(key))
        {
            Report(Rule.RepeatedKey, written, $"The key '{key.Name}' is repeated. The first one is used.");
            reading.Ignore(value);
            return;
        }

        var slot = new Slot(reading, key, reading.Span(written), value, isMuted);
        slots.Add(key.Name, slot);
        InOrder.Add(slot);
    }

    private void TakeOthers(List<(MappingEntry Entry, MappingEntry? Before)> others, MappingDefinition mapping, Rule unknownRule, string unknown, Func<MappingEntry, string?>? place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, before) in others)
        {
            reading.Ignore(entry.Value);
            if (entry.Key is not ScalarNode key)
            {
                HasUnknown = true;
                reading.Ignore(entry.Key);
                Report(unknownRule, entry.Key, $"A key must be a plain word, not {entry.Key.Kind}. If you mean text, put it in quotes.");
                continue;
            }

            if (!seen.Add(key.Value))
            {
                Report(Rule.RepeatedKey, key, $"The key '{key.Value}' is repeated. The first one is used.");
                continue;
            }

            if (place?.Invoke(entry) is { } elsewhere)
            {
                Report(unknownRule, key, $"{unknown} '{key.Value.Truncate(UnknownName.LongestName)}' here. {elsewhere}");
                Misplaced.Add(key.Value);
                reading.HasGuesses = true;
                continue;
            }

            if (Joined(entry, key, mapping) is { } joined)
            {
                Report(unknownRule, key, $"{unknown} '{key.Value.Truncate(UnknownName.LongestName)}'. {joined.Reason} Write {joined.Key.Name}: {joined.Value.Truncate(UnknownName.LongestName)}");
                Guess(joined.Key, key, entry.Value);
                continue;
            }

            var index = LookAlikes.IndexIn(key.Value);
            var plain = index < 0 ? key.Value : LookAlikes.Plain(key.Value).Trim();
            var nearest = mapping.Find(plain) is not null ? plain : mapping.Named(plain)?.Name ?? Nearest(plain, mapping);
            var lookAlike = index < 0 ? string.Empty : $" Character {index + 1} is {LookAlikes.Describe(key.Value[index])}.";
            Report(unknownRule, key, UnknownName.Describe(unknown, key.Value, mapping.Names, nearest) + lookAlike + (nearest is null ? CommaIn(before, entry) : string.Empty));

            // What is probably that key counts as being there, so that one slip is one finding.
            if (nearest is not null && !slots.ContainsKey(nearest))
            {
                Guess(mapping.Find(nearest)!, key, entry.Value);
            }
            else
            {
                HasUnknown = true;
            }
        }
    }

    /// <summary>The known key that is written together with its value, because a space or a colon is missing between them; null: it is not that.</summary>
    private (KeyDefinition Key, string Value, string Reason)? Joined(MappingEntry entry, ScalarNode written, MappingDefinition mapping)
    {
        var text = written.Value;
        var at = text.IndexOfAny([':', ' ']);
        if (at <= 0 || !written.IsPlain || mapping.Find(text.Substring(0, at)) is not { } key)
        {
            return null;
        }

        var isEmpty = entry.Value is ScalarNode { Value: "" };
        var value = text.Substring(at + 1).TrimStart();
        return text[at] == ' ' ? isEmpty && !slots.ContainsKey(key.Name) ? (key, value, $"A ':' is missing after '{key.Name}'.") : null
            : isEmpty ? (key, value, "A space is missing after ':'.")
            : value.Length > 0 && value[0] is '{' or '[' ? (key, reading.Text.Substring(written.Start + at + 1, entry.Value.End - written.Start - at - 1), "A space is missing after ':'.")
            : null;
    }

    /// <summary>Advice for an unknown key without a value that may be the rest of an unquoted text with a comma; empty: it is not that.</summary>
    private string CommaIn(MappingEntry? before, MappingEntry entry)
    {
        if (entry.Value is not ScalarNode { Value: "" } || before is not { Key: ScalarNode key, Value: ScalarNode { IsPlain: true, IsEmpty: false } text } || text.End > entry.Key.Start)
        {
            return string.Empty;
        }

        var whole = reading.Text.Substring(text.Start, entry.Key.End - text.Start);
        return whole.IndexOfAny(['\r', '\n']) >= 0 ? string.Empty : $" If the comma is part of the value, put the value in quotes: {key.Value}: {YamlText.Quote(whole.Truncate(UnknownName.LongestName))}";
    }

    /// <summary>The key that was probably meant. One that is already there comes last, because it would be repeated.</summary>
    private string? Nearest(string word, MappingDefinition mapping) =>
        reading.Suggest(word, mapping.Names.Where(name => !slots.ContainsKey(name))) ?? (reading.SuggestedAll ? NearestName.Find(word, slots.Keys) : null);

    private void Guess(KeyDefinition meant, ScalarNode written, YamlNode value)
    {
        reading.HasGuesses = true;
        if (!Has(meant))
        {
            slots.Add(meant.Name, new(reading, meant, reading.Span(written), value, Muted: true));
        }
    }

    private void Report(Rule rule, YamlNode at, string message)
    {
        if (!muted)
        {
            reading.Report(rule, reading.Span(at), message);
        }
    }
}
