using Playbooks.Language.Syntax.Yaml;
using YamlDotNet.Core;

namespace Playbooks.Cli.Formatting;

/// <summary>Decides how far each line is indented: by two spaces a level, also for the items of a list below its key.</summary>
internal sealed class BlockLayout
{
    private const int Step = 2;

    private readonly string text;
    private readonly SourceLines lines;
    private readonly Spacing spacing;
    private readonly List<Placed> placed = [];

    private BlockLayout(string text, SourceLines lines, Spacing spacing)
    {
        this.text = text;
        this.lines = lines;
        this.spacing = spacing;
    }

    /// <summary>Gets the new indentation of lines, by their numbers. Other lines are comments and blank lines.</summary>
    public Dictionary<int, int> Indentation { get; } = [];

    /// <summary>Gets the lines whose ends are content, and which must not be removed.</summary>
    public HashSet<int> Content { get; } = [];

    /// <summary>Lays a document out.</summary>
    /// <param name="root">The document.</param>
    /// <param name="text">Its text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="spacing">Takes the changes inside of lines.</param>
    public static BlockLayout Create(YamlNode root, string text, SourceLines lines, Spacing spacing)
    {
        var layout = new BlockLayout(text, lines, spacing);
        layout.Place(root, 0, 0);
        return layout;
    }

    /// <summary>Returns the new indentation of a comment: that of what follows if it was aligned with it, else that of what it was aligned with before.</summary>
    /// <param name="line">The line of the comment.</param>
    /// <param name="column">Its indentation.</param>
    public int IndentationOfComment(int line, int column)
    {
        if (column == 0 && !placed.Exists(one => one.Line > line))
        {
            return 0;
        }

        var next = placed.Where(one => one.Line > line).MinBy(static one => one.Line);
        var before = placed.LastOrDefault(one => one.Line < line && one.OldColumn == column);
        return next is not null && next.OldColumn == column ? next.NewColumn : before?.NewColumn ?? next?.NewColumn ?? column;
    }

    /// <param name="node">The node.</param>
    /// <param name="column">The new column of its keys or dashes.</param>
    /// <param name="shift">By how much what it is in moves.</param>
    private void Place(YamlNode node, int column, int shift)
    {
        if (IsFlow(node))
        {
            spacing.Flow(node);
            Shift(node.Start, node.End, shift);
            return;
        }

        switch (node)
        {
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    var moved = PlaceAt(entry.Key.Start, column);
                    PlaceValue(entry.Value, entry, column, moved);
                }

                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    var dash = DashOf(item);
                    var moved = PlaceAt(dash, column);
                    if (LineOf(dash) == LineOf(item.Start))
                    {
                        spacing.Dash(dash, item.Start);
                    }

                    Place(item, column + Step, moved);
                }

                break;
            case ScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } block:
                ShiftBlock(block, shift);
                break;
            default:
                Shift(node.Start, node.End, shift);
                break;
        }
    }

    private void PlaceValue(YamlNode value, MappingEntry entry, int column, int moved)
    {
        if (value is ScalarNode { IsPlain: true, Value: "" })
        {
            return;
        }

        if (LineOf(value.Start) == LineOf(entry.Key.End))
        {
            spacing.Colon(entry);
        }
        else if (value is ScalarNode || IsFlow(value))
        {
            moved = PlaceAt(value.Start, column + Step);
        }

        Place(value, column + Step, moved);
    }

    /// <summary>Places what begins a line, or follows a dash.</summary>
    /// <returns>By how much it moves.</returns>
    private int PlaceAt(int offset, int column)
    {
        var line = LineOf(offset);
        var start = lines.StartOf(line);
        var old = offset - start;
        placed.Add(new(line, old, column));
        if (text[start..offset].Trim(' ').Length == 0)
        {
            Indentation[line] = column;
        }

        return column - old;
    }

    private void Shift(int start, int end, int shift)
    {
        for (var line = LineOf(start) + 1; line <= LineOf(Math.Max(start, end - 1)); line++)
        {
            Indentation[line] = Math.Max(0, IndentationOf(line) + shift);
        }
    }

    // Blank lines of a block belong to its text, those at its end only if its header says so.
    private void ShiftBlock(ScalarNode block, int shift)
    {
        var first = LineOf(block.Start) + 1;
        var keeps = text[block.Start..lines.StartOf(first)].Contains('+', StringComparison.Ordinal);
        var last = LineOf(Math.Max(block.Start, (keeps ? block.ScalarEnd : block.End) - 1));
        var indentation = Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(line => !IsBlank(line)).Select(IndentationOf).FirstOrDefault();
        for (var line = first; line <= last; line++)
        {
            Content.Add(line);
            Indentation[line] = IsBlank(line) && IndentationOf(line) <= indentation ? 0 : IndentationOf(line) + shift;
        }
    }

    /// <summary>Returns the dash of an item: before it on its line, or alone on a line above.</summary>
    private int DashOf(YamlNode item)
    {
        var dash = item.Start - 1;
        while (dash > 0 && text[dash] is ' ' or '\t' or '\r' or '\n')
        {
            dash--;
        }

        return dash >= 0 && text[dash] == '-' ? dash : throw new UnusualLayoutException();
    }

    private int LineOf(int offset) => lines.LineOf(offset);

    private int IndentationOf(int line)
    {
        var start = lines.StartOf(line);
        var end = start;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        return end - start;
    }

    private bool IsBlank(int line) => text[lines.StartOf(line)..lines.StartOf(line + 1)].Trim().Length == 0;

    private bool IsFlow(YamlNode node) => node is MappingNode or SequenceNode && text[node.Start] is '{' or '[';

    private sealed record Placed(int Line, int OldColumn, int NewColumn);
}

/// <summary>A file is written in a way that is not laid out anew.</summary>
internal sealed class UnusualLayoutException : Exception;
