using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>The outline of a document, and what of it can be folded.</summary>
internal static class Outline
{
    // The numbers of the protocol for symbols.
    private const int Method = 6;
    private const int Field = 8;
    private const int Property = 7;

    /// <summary>Returns the parameters, steps, and cases.</summary>
    public static IReadOnlyList<DocumentSymbol> Symbols(DocumentText document) =>
        document.Tree.Root is MappingNode root ? [.. root.Entries.Where(static entry => entry.Value is SequenceNode or MappingNode).Select(entry => Section(entry, document))] : [];

    /// <summary>Returns the ranges of lines that can be folded: keys and items with lines below them.</summary>
    public static IReadOnlyList<FoldingRange> Folding(DocumentText document)
    {
        var lines = document.Lines;
        var keys = document.Tree.Mappings.SelectMany(static mapping => mapping.Node.Entries).Select(entry => (Start: lines.LineOf(entry.Key.Start), End: lines.LineOf(LastOf(entry.Value))));
        var items = document.Tree.Mappings.Select(mapping => (Start: lines.LineOf(mapping.Node.Start), End: lines.LineOf(LastOf(mapping.Node))));
        return [.. keys.Concat(items).Where(static range => range.End > range.Start).Distinct().OrderBy(static range => range.Start).Select(static range => new FoldingRange(range.Start, range.End))];
    }

    private static DocumentSymbol Section(MappingEntry entry, DocumentText document) => new(
        ((entry.Key as ScalarNode)?.Value).OrUnnamed(),
        null,
        Property,
        document.RangeOf(entry.Key.Start, entry.Value.End),
        document.RangeOf(entry.Key.Start, entry.Key.End),
        entry.Value is SequenceNode list ? Items(list, document) : []);

    private static List<DocumentSymbol> Items(SequenceNode list, DocumentText document) =>
        [.. list.Items.OfType<MappingNode>().Where(static item => item.Entries.Count > 0).Select(item => Item(item, document))];

    private static DocumentSymbol Item(MappingNode item, DocumentText document)
    {
        var head = StepMappings.All.Select(static kind => kind.Keys.First(static key => key.Required).Name).FirstOrDefault(name => item.Find(name) is not null);
        var word = head is null ? null : item.Find(head) is ScalarNode scalar ? scalar.Value : head;
        var name = TextOf(item, StepKeys.Description) ?? TextOf(item, StepKeys.Id) ?? TextOf(item, CaseKeys.Name) ?? word;
        return new(
            name.OrUnnamed(),
            word == name ? null : word,
            head is null ? Field : Method,
            document.RangeOf(item.Start, item.End),
            document.RangeOf(item.Entries[0].Key.Start, item.Entries[0].Key.End),
            [.. item.Entries.Select(static entry => entry.Value).OfType<SequenceNode>().SelectMany(inside => Items(inside, document))]);
    }

    private static string? TextOf(MappingNode item, KeyDefinition key) => item.Find(key.Name) is ScalarNode { IsEmpty: false } scalar ? scalar.Value : null;

    private static int LastOf(YamlNode node) => Math.Max(node.Start, node.End - 1);

    // The protocol demands a name.
    private static string OrUnnamed(this string? name) => string.IsNullOrWhiteSpace(name) ? "(unnamed)" : name;
}
