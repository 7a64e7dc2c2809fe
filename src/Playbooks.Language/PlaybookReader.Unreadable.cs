using Playbooks.Language.Rules;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language;

/// <content>What is done with a text that is no YAML.</content>
public static partial class PlaybookReader
{
    private const int MostProblems = 8;

    /// <summary>
    /// Reports why a text is no YAML. Where the cause is known and can be corrected, the rest of the file is judged as well. Else
    /// only its types are wanted, so the lines that stop the parser are left out, as many as it takes within reason.
    /// </summary>
    private static PlaybookFile Unreadable(string path, string text, SourceLines lines, YamlTree tree, CancellationToken cancellationToken)
    {
        var causes = new KnownCauses((corrected, from, to) => Compiles(path, corrected, from, to, cancellationToken), cancellationToken);
        var problems = new List<Finding>();
        var lost = new List<string>();
        var isWhole = true;

        // The corrected text shows what else is wrong; the rest is as long as the text, so that the places of its names hold.
        var (corrected, rest) = (text, text);
        for (var i = 0; i < MostProblems && tree.Problem is { } stopped && stopped.Rule == Rule.UnreadableYaml; i++)
        {
            var correctedLines = new SourceLines(corrected);
            var cause = causes.Find(corrected, correctedLines, stopped, tree.Unclosed);
            if (cause is not null || isWhole)
            {
                problems.Add(InPlace(cause?.Problem ?? Opener(corrected, correctedLines, stopped, tree) ?? stopped, lines));
            }

            var line = cause?.Line ?? stopped.Span.StartLine;
            rest = cause?.Repaired is { } repaired ? KnownCauses.Correct(rest, lines, line, repaired) : BlankLine(rest, lines, line);
            lost.Add(cause?.Lost ?? string.Empty);
            isWhole &= cause?.Repaired is not null;
            if (cause is null)
            {
                break;
            }

            corrected = KnownCauses.Correct(corrected, correctedLines, line, cause.Repaired ?? cause.Corrected);
            tree = Load(corrected, new SourceLines(corrected), cancellationToken);
        }

        tree = Load(rest, lines, cancellationToken);
        isWhole &= tree.Problem?.Rule != Rule.UnreadableYaml;
        for (var i = 0; i < MostProblems && tree.Problem is { } stopped && stopped.Rule == Rule.UnreadableYaml; i++)
        {
            rest = BlankLine(rest, lines, stopped.Span.StartLine);
            tree = Load(rest, lines, cancellationToken);
        }

        // Calls of it are not judged by names that a correction may have got wrong.
        var judged = Judge(path, rest, lines, tree, lost, match: null, callees: null, cancellationToken);
        var model = judged.Model with { HasErrors = true, MayMissNames = true, SourceText = text };
        if (!isWhole)
        {
            return new(path, model with { HasId = false }, problems.OrderBy(problem => problem.Span.Start).ToEquatableArray(), Suppressions.None);
        }

        // What a corrected value says is a guess, and so is what nothing has seen.
        var others = judged.Findings.Where(finding =>
            finding.Rule != Rule.NeverSeen && string.CompareOrdinal(rest, finding.Span.Start, text, finding.Span.Start, finding.Span.Length) == 0);
        var findings = problems.Concat(others).OrderBy(finding => finding.Span.Start).ToEquatableArray();
        return new(path, model, findings, judged.Suppressions);
    }

    /// <summary>Whether nothing in a part of a text is a mistake that its own form causes.</summary>
    private static bool Compiles(string path, string text, int from, int to, CancellationToken cancellationToken)
    {
        var findings = Again(path, text, [], match: null, callees: null, cancellationToken);
        return !findings.Any(finding => finding.Span.Start <= to && finding.Span.End >= from && CorrectionRules.IsCausedByForm(finding.Rule));
    }

    /// <summary>The bracket of a line before, if the parser stopped because it is not closed.</summary>
    private static Finding? Opener(string text, SourceLines lines, Finding stopped, YamlTree tree) =>
        tree.Unclosed >= 0 && (YamlMistake.IsNotClosed(stopped) || stopped.Span.Start >= text.TrimEnd().Length) && lines.LineOf(tree.Unclosed) < stopped.Span.StartLine
            ? new(Rule.UnreadableYaml, FlowBrackets.NotClosed(text[tree.Unclosed]), lines.Span(tree.Unclosed, tree.Unclosed + 1))
            : null;

    /// <summary>A finding of a corrected text at the same line and column of the text.</summary>
    private static Finding InPlace(Finding finding, SourceLines lines)
    {
        var start = Math.Min(lines.StartOf(finding.Span.StartLine) + finding.Span.StartColumn, lines.StartOf(finding.Span.StartLine + 1));
        return finding with { Span = lines.Span(start, start + finding.Span.Length) };
    }

    private static string BlankLine(string text, SourceLines lines, int line) =>
        KnownCauses.Correct(text, lines, line, new string(' ', lines.Text(text, line).Length));
}
