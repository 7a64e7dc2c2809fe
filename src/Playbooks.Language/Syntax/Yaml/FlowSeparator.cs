namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds a value in <c>{ }</c> or <c>[ ]</c> that follows another without a comma, which the scanner accepts after a bracket.</summary>
internal static class FlowSeparator
{
    /// <summary>The finding at such a value; null: a comma precedes it, or nothing does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="parent">The collection that contains it.</param>
    /// <param name="start">Offset of the value's first character.</param>
    public static Finding? FindMissing(string text, SourceLines lines, YamlNode parent, int start)
    {
        var before = parent switch
        {
            SequenceNode { Items.Count: > 0 } sequence => sequence.Items[sequence.Items.Count - 1],
            MappingNode { Entries.Count: > 0 } mapping => mapping.Entries[mapping.Entries.Count - 1].Value,
            _ => null,
        };

        // Only after a bracket: what the scanner does with other values, it reports itself.
        return before is MappingNode or SequenceNode
            && before.End > before.Start
            && before.End <= start
            && start < text.Length
            && text[before.End - 1] is '}' or ']'
            && text.IndexOf(',', before.End, start - before.End) < 0
            ? new(Rule.UnreadableYaml, $"There is text after the closing '{text[before.End - 1]}', or a ',' is missing.", lines.Span(start, start + 1))
            : null;
    }
}
