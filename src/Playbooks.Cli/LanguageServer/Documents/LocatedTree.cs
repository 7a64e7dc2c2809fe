using Playbooks.Language.Grammar;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.LanguageServer.Documents;

/// <summary>A syntax tree in which each mapping and each value knows what the grammar says of it.</summary>
internal sealed class LocatedTree
{
    private readonly List<LocatedMapping> mappings = [];
    private readonly List<LocatedValue> values = [];

    /// <summary>Gets all mappings, each before those inside it.</summary>
    public IReadOnlyList<LocatedMapping> Mappings => mappings;

    /// <summary>Gets all texts, numbers, and words that are values of known keys, in the order of the text.</summary>
    public IReadOnlyList<LocatedValue> Values => values;

    /// <summary>Gets the root of the document, or null if it is empty.</summary>
    public YamlNode? Root { get; private init; }

    /// <summary>Locates what a tree contains.</summary>
    public static LocatedTree Create(YamlTree tree)
    {
        var located = new LocatedTree { Root = tree.Root };
        if (tree.Root is MappingNode root)
        {
            located.Add(root, PlaybookKeys.Mapping, null, null);
        }

        return located;
    }

    /// <summary>Returns the value at an offset, or null.</summary>
    public LocatedValue? ValueAt(int offset) => values.FirstOrDefault(value => value.Node.Start <= offset && offset <= value.Node.End);

    /// <summary>Returns the key at an offset with the mapping that has it, or null.</summary>
    public (LocatedMapping Mapping, MappingEntry Entry)? KeyAt(int offset) => mappings
        .SelectMany(static mapping => mapping.Node.Entries.Select(entry => (mapping, entry)))
        .Where(one => one.entry.Key.Start <= offset && offset <= one.entry.Key.End)
        .Select(static one => ((LocatedMapping, MappingEntry)?)one)
        .FirstOrDefault();

    private void Add(MappingNode node, MappingDefinition? definition, LocatedMapping? parent, KeyDefinition? key)
    {
        var mapping = new LocatedMapping(node, definition, parent, key);
        mappings.Add(mapping);
        foreach (var entry in node.Entries)
        {
            var name = (entry.Key as ScalarNode)?.Value;
            AddValue(entry.Value, name is null ? null : definition?.Find(name), mapping, entry);
        }
    }

    private void AddValue(YamlNode value, KeyDefinition? key, LocatedMapping owner, MappingEntry entry)
    {
        switch (value)
        {
            case ScalarNode scalar:
                values.Add(new(scalar, key, owner, entry));
                break;
            case SequenceNode sequence:
                sequence.Items.ForEach(item => AddValue(item, key, owner, entry));
                break;
            case MappingNode mapping:
                Add(mapping, DefinitionOf(mapping, key, owner), owner, key);
                break;
            default:
                break;
        }
    }

    private static MappingDefinition? DefinitionOf(MappingNode node, KeyDefinition? key, LocatedMapping owner) => key?.Kind switch
    {
        KeyKind.Steps => StepKinds.Standard.Find(node).Mapping,
        KeyKind.Params => owner.Action?.ParamMapping,
        KeyKind.Condition or KeyKind.Conditions => ConditionKeys.Mapping,
        _ => key?.Mapping,
    };
}

/// <summary>A mapping of a file.</summary>
/// <param name="Node">Its keys and values.</param>
/// <param name="Definition">The keys that it may have, or null if its author chooses them, or nothing is known.</param>
/// <param name="Parent">The mapping that it is in, or null.</param>
/// <param name="Key">The key whose value, or an item of whose value, it is, or null.</param>
internal sealed record LocatedMapping(MappingNode Node, MappingDefinition? Definition, LocatedMapping? Parent, KeyDefinition? Key)
{
    /// <summary>Gets the action, if this is a step with a known one.</summary>
    public ActionDefinition? Action => TextOf(StepKeys.Action.Name) is { } name ? ActionTable.Find(name) : null;

    /// <summary>Returns the text of a key, or null.</summary>
    public string? TextOf(string key) => (Node.Find(key) as ScalarNode)?.Value;
}

/// <summary>A text, number, or word of a file.</summary>
/// <param name="Node">Its place and text.</param>
/// <param name="Key">What the grammar says of it, or null if its key is unknown or chosen by the author.</param>
/// <param name="Owner">The mapping that has the key.</param>
/// <param name="Entry">The key with its whole value, of which this can be an item.</param>
internal sealed record LocatedValue(ScalarNode Node, KeyDefinition? Key, LocatedMapping Owner, MappingEntry Entry);
