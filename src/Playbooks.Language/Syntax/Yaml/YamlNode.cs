using YamlDotNet.Core;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>A node of a YAML document. Offsets refer to the text as it was given.</summary>
/// <param name="start">Offset of the first character.</param>
internal abstract class YamlNode(int start)
{
    /// <summary>Offset of the first character; of a scalar's value, behind anchor and tag.</summary>
    public int Start { get; } = start;

    /// <summary>Offset just after the last character.</summary>
    public int End { get; set; } = start;

    /// <summary>Whether the reading stopped inside this node, so that missing content proves nothing.</summary>
    public bool Incomplete { get; set; }

    /// <summary>What it is, in a reader's words, with its article.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text, number or word.</summary>
internal sealed class ScalarNode(int start, int end, string value, ScalarStyle style) : YamlNode(start)
{
    private readonly int scalarEnd = end;
    private ScalarMap? map;

    public string Value { get; } = value;

    public ScalarStyle Style { get; } = style;

    /// <summary>Offset just after the scalar as the parser sees it: for a block scalar its trailing line breaks count.</summary>
    public int ScalarEnd => scalarEnd;

    /// <summary>The name of its anchor, without the ampersand; null: it has none.</summary>
    public string? Anchor { get; init; }

    public bool IsPlain => Style == ScalarStyle.Plain;

    /// <summary>Whether nothing is written, or what YAML takes for nothing.</summary>
    public bool IsEmpty => IsPlain && (Value is "" or "~" or "null");

    public override string Kind => "text";

    /// <summary>The place of each character of the value in the source.</summary>
    public ScalarMap Map(string source) => map ??= ScalarMap.Create(source, this);
}

/// <summary>Keys and values, in the order of the text, equal keys included.</summary>
internal sealed class MappingNode(int start) : YamlNode(start)
{
    public List<MappingEntry> Entries { get; } = [];

    public override string Kind => "a mapping";

    /// <summary>The value of the first entry with this key.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key is ScalarNode scalar && scalar.Value == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}

/// <summary>One key with its value.</summary>
internal sealed record MappingEntry(YamlNode Key, YamlNode Value);

/// <summary>A list.</summary>
internal sealed class SequenceNode(int start) : YamlNode(start)
{
    public List<YamlNode> Items { get; } = [];

    public override string Kind => "a list";
}
