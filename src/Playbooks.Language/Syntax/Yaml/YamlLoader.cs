using Playbooks.Language.Syntax.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Makes a tree of nodes of the parser's events, within the language's limits.</summary>
internal sealed class YamlLoader
{
    private const int MaxDepth = 64;
    private const int MaxSteps = 1000;
    private const string CoreTags = "tag:yaml.org,2002:";
    private static readonly string[] CoreNames = ["str", "int", "float", "bool", "null", "map", "seq"];

    private readonly string text;
    private readonly SourceLines lines;
    private readonly CancellationToken cancellationToken;
    private readonly List<ScalarNode> scalars = [];
    private readonly Stack<YamlNode> open = new();
    private readonly Stack<YamlNode?> keys = new();
    private YamlNode? root;
    private readonly StepCounter steps;
    private Finding? problem;
    private readonly int offset;
    private int position;
    private int unclosed = -1;

    private YamlLoader(string text, SourceLines lines, IReadOnlyCollection<string> listKeys, CancellationToken cancellationToken)
    {
        this.text = text;
        this.lines = lines;
        this.cancellationToken = cancellationToken;
        steps = new(listKeys);
        offset = lines.FirstOffset;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <param name="listKeys">The keys under which steps hold lists of steps; null: they hold none.</param>
    public static YamlTree Load(string text, SourceLines lines, CancellationToken cancellationToken, IReadOnlyCollection<string>? listKeys = null)
    {
        var loader = new YamlLoader(text, lines, listKeys ?? [], cancellationToken);
        var limit = TextLimit.FirstBeyond(text, loader.offset);
        if (limit >= 0)
        {
            loader.problem = new(Rule.OverLimit, "A playbook can have at most 1 MiB of text, and this one is longer.", lines.Span(limit, limit + 1));
        }

        var readable = limit >= 0 ? text.Substring(0, lines.StartOf(lines.LineOf(limit))) : text;
        var unreadable = UnreadableCharacters.Find(readable, loader.offset);
        if (unreadable is { } found && loader.problem is null)
        {
            loader.problem = new(Rule.UnreadableYaml, found.Message, lines.Span(found.Offset, found.Offset + 1));
            readable = readable.Substring(0, found.Offset);
        }

        loader.Read(readable);
        return new(loader.root, loader.problem, loader.scalars, loader.problem is null ? text.Length : loader.position) { Unclosed = loader.unclosed };
    }

    private void Read(string readable)
    {
        var scanned = new ScannedText(readable, offset);
        var scanner = new Scanner(new StringReader(scanned.Text), skipComments: true);
        var parser = new Parser(scanner);
        try
        {
            while (parser.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var parsed = parser.Current!;
                position = StartOf(parsed);
                if (Take(parsed, scanned) is { } finding)
                {
                    problem ??= finding;
                    break;
                }

                position = Math.Max(position, Offset(parsed.End));
            }
        }
        catch (YamlException exception)
        {
            Stop(exception, Offset(exception.Start), Offset(exception.End), Offset(scanner.CurrentPosition));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The scanner stops on some broken texts with an exception that knows no place.
            var current = Offset(scanner.CurrentPosition);
            Stop(exception, current, current, current);
        }

        unclosed = problem is null ? -1 : open.FirstOrDefault(IsFlow)?.Start ?? -1;
        while (open.Count > 0)
        {
            var node = open.Pop();
            node.Incomplete = true;
            Close(node, node.End);
        }
    }

    /// <summary>Where an event starts. The parser gives a mapping that is written without braces in a list, and a key that is missing, no place.</summary>
    private int StartOf(ParsingEvent parsed)
    {
        if (parsed.Start.Index > 0 || open.Count == 0 || position <= offset)
        {
            return Offset(parsed.Start);
        }

        var start = open.Count > 0 && open.Peek().Start == position ? position + 1 : position;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == ','))
        {
            start++;
        }

        return start;
    }

    private void Stop(Exception exception, int start, int end, int current)
    {
        position = start;
        problem ??= YamlMistake.Describe(exception, text, lines, start, end, current);
    }

    private int Offset(Mark mark) => (int)Math.Min(mark.Index + offset, text.Length);

    private Finding? Take(ParsingEvent parsed, ScannedText scanned)
    {
        switch (parsed)
        {
            case DocumentStart when root is not null:
                return Limit(parsed, 3, "A playbook is one YAML document; another one begins here.");
            case AnchorAlias alias:
                return new(Rule.OverLimit, $"Aliases such as '*{alias.Value}' are not part of the language; write the value out, or put it in quotes if it is text.", lines.Span(position, Offset(alias.End)));
            case NodeEvent { Tag.IsEmpty: false } tagged when !IsCore(tagged.Tag) || IsBareTag(tagged):
                return Tagged(tagged);
            case Scalar scalar:
                return TakeScalar(scalar, scanned);
            case MappingStart or SequenceStart:
                return TakeCollection((NodeEvent)parsed);
            case MappingEnd or SequenceEnd:
                var node = open.Pop();
                keys.Pop();
                Close(node, text.Length > position && text[position] is ']' or '}' && IsFlow(node) ? position + 1 : node.End);
                return null;
            default:
                return null;
        }
    }

    private Finding? Unseparated(int start) =>
        open.Count > 0 && IsFlow(open.Peek()) && keys.Peek() is null ? FlowSeparator.FindMissing(text, lines, open.Peek(), start) : null;

    private bool IsFlow(YamlNode node) => node.Start < text.Length && text[node.Start] is '[' or '{';

    private static bool IsCore(TagName tag) =>
        tag.IsNonSpecific || (tag.Value.StartsWith(CoreTags, StringComparison.Ordinal) && CoreNames.Contains(tag.Value.Substring(CoreTags.Length)));

    /// <summary>Whether a <c>!</c> alone precedes the value, as the first word of a text.</summary>
    private bool IsBareTag(NodeEvent tagged) =>
        tagged.Tag.IsNonSpecific && position + 1 < text.Length && text[position] == '!' && text[position + 1] is ' ' or '\t';

    private Finding Tagged(NodeEvent tagged)
    {
        var start = position;
        while (start < text.Length && text[start] != '!')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && text[end] is not (' ' or '\t' or '\r' or '\n' or ',' or ']' or '}'))
        {
            end++;
        }

        return new(Rule.OverLimit, $"Tags such as '{tagged.Tag.Value}' are not part of the language; remove the tag, or put the text in quotes.", lines.Span(start, end));
    }

    private Finding Limit(ParsingEvent parsed, int length, string message) =>
        new(Rule.OverLimit, message, lines.Span(position, Math.Max(position + length, Offset(parsed.End))));

    private Finding? TakeScalar(Scalar scalar, ScannedText scanned)
    {
        if (scalar.Start.Index != scalar.End.Index && TooManySteps(position, Offset(scalar.End)) is { } tooMany)
        {
            return tooMany;
        }

        var end = Math.Max(position, Offset(scalar.End));
        var start = scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty ? position : NodeProperties.Skip(text, position, end);
        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == 0)
        {
            // Behind an anchor or a tag nothing may follow.
            start = end;
        }

        if (scalar.Style == ScalarStyle.Plain && OddIndentation(start) is { } odd)
        {
            return odd;
        }

        if (Unseparated(start) is { } unseparated)
        {
            return unseparated;
        }

        var node = new ScalarNode(start, end, scanned.Restore(scalar.Value), scalar.Style) { End = TrimmedEnd(start, end, scalar.Style), Anchor = scalar.Anchor.IsEmpty ? null : scalar.Anchor.Value };
        scalars.Add(node);
        Place(node);
        return null;
    }

    /// <summary>A line that begins with a space that YAML does not recognize is not indented as it looks.</summary>
    private Finding? OddIndentation(int start)
    {
        var lineStart = lines.StartOf(lines.LineOf(start));
        return start < text.Length
            && text[start] > '\u007F'
            && LookAlikes.Plain(text[start].ToString()) is " " or ""
            && text.Substring(lineStart, start - lineStart).Trim(' ').Length == 0
            ? new(Rule.UnreadableYaml, $"The line contains {LookAlikes.Describe(text[start])}, which YAML does not allow for indentation.", lines.Span(start, start + 1))
            : null;
    }

    /// <summary>A block scalar ends with its last line's text, not with the lines after it.</summary>
    private int TrimmedEnd(int start, int end, ScalarStyle style)
    {
        if (style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            while (end > start && text[end - 1] is '\r' or '\n' or ' ' or '\t')
            {
                end--;
            }
        }

        return end;
    }

    private Finding? TakeCollection(NodeEvent parsed)
    {
        if (open.Count >= MaxDepth)
        {
            return Limit(parsed, 1, "A playbook can be at most 64 levels deep, and this is deeper.");
        }

        if (TooManySteps(position, position + 1) is { } tooMany)
        {
            return tooMany;
        }

        var start = parsed.Anchor.IsEmpty && parsed.Tag.IsEmpty ? position : NodeProperties.Skip(text, position, text.Length);
        if (Unseparated(start) is { } unseparated)
        {
            return unseparated;
        }

        YamlNode node = parsed is MappingStart ? new MappingNode(start) : new SequenceNode(start);
        if (node is SequenceNode sequence && open.Count > 0)
        {
            steps.Begin(sequence, keys.Peek(), open);
        }

        Place(node);
        open.Push(node);
        keys.Push(null);
        return null;
    }

    private Finding? TooManySteps(int start, int end) =>
        steps.Count >= MaxSteps && open.Count > 0 && open.Peek() is SequenceNode list && steps.IsList(list)
            ? new(Rule.OverLimit, "A playbook can have at most 1,000 steps, and this is one more.", lines.Span(start, end))
            : null;

    /// <summary>Puts a node where it belongs: under the open key, as a key, or as an item.</summary>
    private void Place(YamlNode node)
    {
        if (open.Count == 0)
        {
            root ??= node;
            return;
        }

        switch (open.Peek())
        {
            case SequenceNode sequence:
                sequence.Items.Add(node);
                steps.Add(sequence);
                break;
            case MappingNode mapping when keys.Peek() is { } key:
                mapping.Entries.Add(new(key, node));
                keys.Pop();
                keys.Push(null);
                break;
            default:
                keys.Pop();
                keys.Push(node);
                break;
        }

        open.Peek().End = Math.Max(open.Peek().End, node.End);
    }

    private void Close(YamlNode node, int end)
    {
        node.End = Math.Max(node.End, end);
        if (open.Count > 0)
        {
            open.Peek().End = Math.Max(open.Peek().End, node.End);
        }
    }
}
