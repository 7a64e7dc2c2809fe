using System.Text.RegularExpressions;
using Playbooks.Cli.LanguageServer.Documents;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>
/// What an author is writing. A text that is being written is rarely valid YAML, so the word at the cursor is replaced by a whole one, and
/// the tree of that text says where it is.
/// </summary>
internal sealed partial class CursorContext
{
    private const string Marker = "cursor_is_here";

    private CursorContext(DocumentText document, int start, int end)
    {
        Document = document;
        Start = start;
        End = end;
    }

    /// <summary>Gets the document as its author wrote it.</summary>
    public DocumentText Document { get; }

    /// <summary>Gets the offset where the word begins that is being written.</summary>
    public int Start { get; }

    /// <summary>Gets the offset where that word ends.</summary>
    public int End { get; }

    /// <summary>Gets whether a placeholder is being written, of which only the name is the word.</summary>
    public bool IsPlaceholder { get; private init; }

    /// <summary>Gets the mapping in which a key is being written, or null.</summary>
    public LocatedMapping? KeyOwner { get; private init; }

    /// <summary>Gets the value that is being written, or null.</summary>
    public LocatedValue? Value { get; private init; }

    /// <summary>Gets the text of the value before the word: a selector can have several words.</summary>
    public string Before { get; private init; } = string.Empty;

    /// <summary>Returns what is being written at an offset.</summary>
    public static CursorContext At(DocumentText document, int offset)
    {
        var lineStart = document.Lines.StartOf(document.Lines.LineOf(offset));
        var before = document.Text[lineStart..offset];
        var (start, end) = (offset - Word().Match(before).Length, offset + WordAfter().Match(document.Text, offset).Length);
        if (IsOpenPlaceholder(document.Text[lineStart..start]))
        {
            return new(document, start, end) { IsPlaceholder = true };
        }

        var head = document.Text[lineStart..start];
        if (KeyHead().IsMatch(head) || FlowKeyHead().IsMatch(head))
        {
            var rest = document.Text[end..];
            var isComplete = rest.StartsWith(':');
            var tree = new DocumentText(document.Path, document.Text[..start] + Marker + (isComplete ? string.Empty : ": x") + rest).Tree;
            if (tree.Mappings.FirstOrDefault(static mapping => mapping.Node.Find(Marker) is not null) is { } owner)
            {
                return new(document, start, end) { KeyOwner = owner };
            }
        }

        var marked = new DocumentText(document.Path, document.Text[..start] + Marker + document.Text[end..]).Tree.Values.FirstOrDefault(static value => value.Node.Value.Contains(Marker, StringComparison.Ordinal));
        return new(document, start, end) { Value = marked, Before = marked is null ? string.Empty : marked.Node.Value[..marked.Node.Value.IndexOf(Marker, StringComparison.Ordinal)] };
    }

    /// <summary>Determines whether a brace before the word opens a placeholder. Outside of quotes and texts, it opens a mapping.</summary>
    private static bool IsOpenPlaceholder(string head)
    {
        if (head.Length < 2 || head[^1] is not ('{' or '<') || (head[^2] == head[^1]))
        {
            return false;
        }

        var before = head[..^1];
        var isQuoted = before.Count(static character => character == '"') % 2 == 1 || before.Count(static character => character == '\'') % 2 == 1;
        return isQuoted || InsideText().IsMatch(before);
    }

    // A value that has begun with something else than a bracket.
    [GeneratedRegex(@"(?:^|[\s,{])[\w-]+:\s+[^\s{\[][^{]*$|^\s*-\s+[^\s{\[:][^{:]*$")]
    private static partial Regex InsideText();

    [GeneratedRegex("[A-Za-z0-9_]*$")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[A-Za-z0-9_]*")]
    private static partial Regex WordAfter();

    [GeneratedRegex(@"^\s*(?:-\s+)*$")]
    private static partial Regex KeyHead();

    [GeneratedRegex(@"[{,]\s*$")]
    private static partial Regex FlowKeyHead();
}
