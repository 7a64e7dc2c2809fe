using System.Text;
using Playbooks.Language.Model;
using Playbooks.Language.Rules;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language;

/// <summary>Reads a playbook: YAML to model, with every finding of the file.</summary>
public static class PlaybookReader
{
    /// <summary>Reads one file's text. No text, however broken, makes it throw.</summary>
    /// <param name="path">The file's path, for names and messages; nothing is read from it.</param>
    /// <param name="text">The file's text, with or without a byte order mark.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static PlaybookFile Read(string path, string text, CancellationToken cancellationToken = default) => Read(path, text, null, cancellationToken);

    /// <summary>Reads one file's text that was decoded from bytes. No text, however broken, makes it throw.</summary>
    /// <param name="path">The file's path, for names and messages; nothing is read from it.</param>
    /// <param name="text">The file's text, with or without a byte order mark.</param>
    /// <param name="encoding">How its bytes were decoded; null: not known. With one that is not Unicode, a character beyond ASCII is PB0001.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static PlaybookFile Read(string path, string text, Encoding? encoding, CancellationToken cancellationToken) =>
        Read(path, text, encoding, StepKinds.Standard, cancellationToken);

    /// <summary>Reads one file's text in a language with these kinds of steps.</summary>
    internal static PlaybookFile Read(string path, string text, Encoding? encoding, StepKinds kinds, CancellationToken cancellationToken)
    {
        try
        {
            var lines = new SourceLines(text);
            var tree = YamlLoader.Load(text, lines, cancellationToken, kinds.ListKeys);
            var file = tree.Problem?.Rule == Rule.UnreadableYaml ? Unreadable(path, text, lines, tree, kinds, cancellationToken) : Judge(path, text, lines, tree, kinds, []);
            return CheckEncoding(file, text, lines, encoding);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Unforeseen(path, text, exception);
        }
    }

    // Names in lost texts, which were left out of this one, count as used.
    private static PlaybookFile Judge(string path, string text, SourceLines lines, YamlTree tree, StepKinds kinds, IEnumerable<string> lost)
    {
        var reading = new Reading(path, text, lines, tree, kinds);
        reading.CutTexts.AddRange(lost);
        var model = new PlaybookRules(reading).Read();
        var suppressions = SuppressionRules.Read(reading);
        if (tree.Problem is { } problem)
        {
            reading.Findings.Add(problem);
        }

        var findings = reading.Findings
            .Where(finding => !suppressions.Cover(finding))
            .OrderBy(finding => finding.Span.Start)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .ToEquatableArray();
        var hasErrors = reading.HasGuesses || reading.Findings.Any(finding => IsError(finding, suppressions));
        return new(path, model with { HasErrors = hasErrors }, findings, suppressions);
    }

    /// <summary>One that is switched off counts only where something of the playbook had to be left out for it.</summary>
    private static bool IsError(Finding finding, Suppressions suppressions) =>
        finding.Rule.Severity == FindingSeverity.Error && !(finding.Rule.LeavesRunnable && suppressions.Cover(finding));

    /// <summary>
    /// Reports why a text is no YAML. Where the cause is known and can be corrected, the rest of the file is judged as well. Else
    /// only its types are wanted, so the lines that stop the parser are left out, as many as it takes within reason.
    /// </summary>
    private static PlaybookFile Unreadable(string path, string text, SourceLines lines, YamlTree tree, StepKinds kinds, CancellationToken cancellationToken)
    {
        var problems = new List<Finding>();
        var lost = new List<string>();
        var isWhole = true;
        var rest = text;
        for (var i = 0; i < 8 && tree.Problem is { } stopped && stopped.Rule == Rule.UnreadableYaml; i++)
        {
            var cause = KnownCause.Find(rest, lines, stopped, cancellationToken);
            if (cause is not null || isWhole)
            {
                problems.Add(cause?.Problem ?? stopped);
            }

            var line = cause?.Line ?? stopped.Span.StartLine;
            isWhole &= cause?.Repaired is not null;
            lost.Add(cause?.Lost ?? string.Empty);
            rest = cause?.Repaired ?? BlankLine(rest, lines, line);
            tree = YamlLoader.Load(rest, lines, cancellationToken, kinds.ListKeys);
        }

        var judged = Judge(path, rest, lines, tree, kinds, lost);
        if (!isWhole || tree.Problem?.Rule == Rule.UnreadableYaml)
        {
            return new(path, judged.Model with { HasErrors = true, HasId = false, SourceText = text }, problems.ToEquatableArray(), Suppressions.None);
        }

        // What a corrected value says is a guess, and so is what nothing has seen.
        var others = judged.Findings.Where(finding =>
            finding.Rule != Rule.NeverSeen && string.CompareOrdinal(rest, finding.Span.Start, text, finding.Span.Start, finding.Span.Length) == 0);
        var findings = problems.Concat(others).OrderBy(finding => finding.Span.Start).ToEquatableArray();
        return new(path, judged.Model with { HasErrors = true, SourceText = text }, findings, judged.Suppressions);
    }

    /// <summary>
    /// Reports the first character that replaces bytes that are not UTF-8. A compiler on Windows reads such a file in the
    /// system's code page, so that no character in it is U+FFFD.
    /// </summary>
    private static PlaybookFile CheckEncoding(PlaybookFile file, string text, SourceLines lines, Encoding? encoding)
    {
        var isUnicode = encoding is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding;
        var at = isUnicode ? text.IndexOf('\uFFFD') : IndexOfNonAscii(text);
        if (at < 0 || file.Findings.Any(finding => finding.Rule == Rule.UnreadableYaml || finding.Rule == Rule.OverLimit))
        {
            return file;
        }

        var message = isUnicode
            ? "The file is not UTF-8: a byte here was read as U+FFFD. It was probably saved as Windows-1252; save it as UTF-8. "
                + "If the character U+FFFD itself is meant, write it as \\uFFFD in double quotes."
            : $"The file is not UTF-8: it was read as {encoding!.WebName}. Save it as UTF-8.";
        var findings = file.Findings.Append(new(Rule.UnreadableYaml, message, lines.Span(at, at + 1))).OrderBy(finding => finding.Span.Start);
        return file with { Model = file.Model with { HasErrors = true }, Findings = findings.ToEquatableArray() };
    }

    private static int IndexOfNonAscii(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '\u007F')
            {
                return i;
            }
        }

        return -1;
    }

    private static string BlankLine(string text, SourceLines lines, int line)
    {
        var start = lines.StartOf(line);
        var characters = text.ToCharArray();
        for (var i = start; i < lines.StartOf(line + 1); i++)
        {
            if (characters[i] is not ('\r' or '\n'))
            {
                characters[i] = ' ';
            }
        }

        return new(characters);
    }

    private static PlaybookFile Unforeseen(string path, string? text, Exception exception)
    {
        var id = PlaybookRules.IdOfFile(path);
        var model = new PlaybookModel
        {
            Id = id,
            IdSpan = default,
            ClassName = CSharpNames.ClassName(id),
            Name = id,
            SourceText = text ?? string.Empty,
            HasErrors = true,
            HasId = false,
        };
        var message = $"The tool failed on this file ({exception.GetType().Name}: {exception.Message}). Please report it with the file.";
        return new(path, model, new([new(Rule.ToolFailure, message, default)]), Suppressions.None);
    }
}
