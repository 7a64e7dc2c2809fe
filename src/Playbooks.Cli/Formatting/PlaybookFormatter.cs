using System.Text;
using Playbooks.Language;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.Formatting;

/// <summary>
/// Writes a playbook in one layout: indentation, spaces, and blank lines. Words, quotes, comments, and the order of keys stay as their
/// author wrote them. What a file says never changes: the result is read again, and compared with what was read before.
/// </summary>
internal static class PlaybookFormatter
{
    /// <summary>Returns the text in the layout; formatting the result again changes nothing.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="problem">Why the file cannot be read, in which case the text is returned as it is, or null.</param>
    public static string Format(string text, out Finding? problem)
    {
        var lines = new SourceLines(text);
        var tree = Load(text, lines);
        problem = tree.Problem;
        if (tree.Problem is not null || tree.Root is null)
        {
            return text;
        }

        try
        {
            var spacing = new Spacing(text);
            var formatted = Write(text, lines, spacing, BlockLayout.Create(tree.Root, text, lines, spacing));
            return Load(formatted, new(formatted)) is { Problem: null } again && SameContent.AreSame(tree.Root, again.Root) ? formatted : text;
        }
        catch (UnusualLayoutException)
        {
            return text;
        }
    }

    private static YamlTree Load(string text, SourceLines lines) => YamlLoader.Load(text, lines, CancellationToken.None, StepKinds.Standard.ListKeys);

    private static string Write(string text, SourceLines lines, Spacing spacing, BlockLayout layout)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var edits = spacing.Edits.OrderBy(static edit => edit.Start).ToList();
        var written = new StringBuilder(text[..lines.FirstOffset]);
        var isBlankDue = false;
        var isEmpty = true;
        for (var line = 0; line == 0 || lines.StartOf(line) < text.Length; line++)
        {
            var content = Line(text, lines, line, edits, layout);
            if (content.Length == 0 && !layout.Content.Contains(line))
            {
                isBlankDue = !isEmpty;
                continue;
            }

            written.Append(isBlankDue ? newLine : string.Empty).Append(content).Append(newLine);
            isBlankDue = false;
            isEmpty = false;
        }

        return written.ToString();
    }

    private static string Line(string text, SourceLines lines, int line, List<TextEdit> edits, BlockLayout layout)
    {
        var (start, end) = (lines.StartOf(line), lines.StartOf(line + 1));
        var content = new StringBuilder();
        var at = start;
        foreach (var edit in edits.Where(edit => edit.Start >= start && edit.End <= end))
        {
            content.Append(text, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        content.Append(text, at, end - at);
        var whole = content.ToString().TrimEnd('\r', '\n');
        var rest = whole.TrimStart(' ');
        var trimmed = layout.Content.Contains(line) ? rest : rest.TrimEnd();
        if (trimmed.Length == 0 && !layout.Content.Contains(line))
        {
            return string.Empty;
        }

        var column = layout.Indentation.TryGetValue(line, out var known) ? known
            : trimmed.StartsWith('#') ? layout.IndentationOfComment(line, whole.Length - rest.Length)
            : whole.Length - rest.Length;
        return new string(' ', column) + trimmed;
    }
}
