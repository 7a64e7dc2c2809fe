using System.Text;

namespace Playbooks.Language.Tests.Markup;

/// <summary>A YAML text in which <c>{|PB0101:&lt;oder_id&gt;|}</c> says which finding must be where.</summary>
internal sealed record MarkupText(string Text, IReadOnlyList<(string Id, int Start, int End)> Expected)
{
    /// <summary>Takes the marks out of a text. Marks may be nested; one with nothing inside marks a point.</summary>
    public static MarkupText Parse(string markup)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var expected = new List<(string, int, int)>();
        for (var i = 0; i < markup.Length;)
        {
            if (string.CompareOrdinal(markup, i, "{|PB", 0, 4) == 0)
            {
                var colon = markup.IndexOf(':', i);
                open.Push((markup[(i + 2)..colon], text.Length));
                i = colon + 1;
            }
            else if (open.Count > 0 && string.CompareOrdinal(markup, i, "|}", 0, 2) == 0)
            {
                var (id, start) = open.Pop();
                expected.Add((id, start, text.Length));
                i += 2;
            }
            else
            {
                text.Append(markup[i++]);
            }
        }

        return new(text.ToString(), [.. expected.Order()]);
    }

    /// <summary>The findings as markup writes them, one a line.</summary>
    public static string Describe(IEnumerable<Finding> findings) =>
        string.Join("\n", findings.Select(finding =>
            $"({finding.Span.StartLine + 1},{finding.Span.StartColumn + 1})-({finding.Span.EndLine + 1},{finding.Span.EndColumn + 1}) {finding.Id}: {finding.Message}"));

    /// <summary>A text with these findings marked: the line to paste.</summary>
    public static string Mark(string text, IEnumerable<Finding> findings)
    {
        var marked = new StringBuilder(text);
        foreach (var finding in findings.OrderByDescending(finding => finding.Span.Start).ThenBy(finding => finding.Span.End))
        {
            marked.Insert(finding.Span.End, "|}").Insert(finding.Span.Start, "{|" + finding.Id + ":");
        }

        return marked.ToString();
    }
}
