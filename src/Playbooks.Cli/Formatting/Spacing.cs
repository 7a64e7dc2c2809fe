using System.Text.RegularExpressions;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.Formatting;

/// <summary>Normalizes the spaces inside lines: after dashes and colons, and in <c>{ a: b }</c> and <c>[a, b]</c>.</summary>
/// <param name="text">The text of the file.</param>
internal sealed partial class Spacing(string text)
{
    /// <summary>Gets the changes.</summary>
    public List<TextEdit> Edits { get; } = [];

    /// <summary>Normalizes the space between a dash and the item behind it.</summary>
    public void Dash(int dash, int item) => Replace(dash + 1, item, AnySpaces(), " ");

    /// <summary>Normalizes the space between a key and its value on the same line.</summary>
    public void Colon(MappingEntry entry) => Replace(entry.Key.End, entry.Value.Start, AfterKey(), ": ");

    /// <summary>Normalizes a collection in braces or brackets, and all collections inside.</summary>
    public void Flow(YamlNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                Items([.. mapping.Entries.Select(static entry => (entry.Key.Start, EndOf(entry)))], mapping, " ");
                foreach (var entry in mapping.Entries)
                {
                    Colon(entry);
                    Flow(entry.Value);
                }

                break;
            case SequenceNode sequence:
                Items([.. sequence.Items.Select(static item => (item.Start, item.End))], sequence, string.Empty);
                sequence.Items.ForEach(Flow);
                break;
            default:
                break;
        }
    }

    private void Items(List<(int Start, int End)> items, YamlNode node, string padding)
    {
        if (items.Count == 0)
        {
            Replace(node.Start + 1, node.End - 1, AnySpaces(), string.Empty);
            return;
        }

        Replace(node.Start + 1, items[0].Start, AnySpaces(), padding);
        Replace(items[^1].End, node.End - 1, BeforeEnd(), padding);
        for (var i = 1; i < items.Count; i++)
        {
            Replace(items[i - 1].End, items[i].Start, Between(), ", ");
        }
    }

    // A key without a value ends with itself.
    private static int EndOf(MappingEntry entry) => Math.Max(entry.Key.End, entry.Value.End);

    // Only what looks as expected: a comment, an anchor, or a line break is left as it is.
    private void Replace(int start, int end, Regex expected, string replacement)
    {
        if (start <= end && expected.IsMatch(text[start..end]) && text[start..end] != replacement)
        {
            Edits.Add(new(start, end, replacement));
        }
    }

    [GeneratedRegex("^[ \t]*$")]
    private static partial Regex AnySpaces();

    [GeneratedRegex("^[ \t]*:[ \t]*$")]
    private static partial Regex AfterKey();

    [GeneratedRegex("^[ \t]*,?[ \t]*$")]
    private static partial Regex BeforeEnd();

    [GeneratedRegex("^[ \t]*,[ \t]*$")]
    private static partial Regex Between();
}
