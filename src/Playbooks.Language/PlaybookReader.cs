using System.Text;
using Playbooks.Language.Model;
using Playbooks.Language.Rules;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language;

/// <summary>Reads a playbook: YAML to model, with every finding of the file.</summary>
public static partial class PlaybookReader
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
    public static PlaybookFile Read(string path, string text, Encoding? encoding, CancellationToken cancellationToken)
    {
        try
        {
            var lines = new SourceLines(text);
            var tree = Load(text, lines, cancellationToken);
            var file = tree.Problem?.Rule == Rule.UnreadableYaml ? Unreadable(path, text, lines, tree, cancellationToken) : Judge(path, text, lines, tree, [], null, null, cancellationToken);
            return CheckEncoding(file, text, lines, encoding);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Unforeseen(path, text, exception);
        }
    }

    /// <summary>Reads a playbook again, now that the files are known that it names. No text, however broken, makes it throw.</summary>
    /// <param name="playbook">The playbook, read alone.</param>
    /// <param name="callees">The playbooks that it calls; null: they are not known.</param>
    /// <param name="match">Where its <c>cases_from</c> leads; null: where it led before, or that is not known.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The playbook with what the other files say; the same one if it names none.</returns>
    public static PlaybookFile ReadLinked(PlaybookFile playbook, Callees? callees, CaseFileMatch? match = null, CancellationToken cancellationToken = default)
    {
        // The text of a playbook that was read to its end gives the same findings again, whatever its encoding.
        match ??= playbook.CaseFileMatch;
        if (HasStopped(playbook) || (match is null && !playbook.Model.Calls.Any()))
        {
            return playbook;
        }

        var text = playbook.Model.SourceText;
        try
        {
            var lines = new SourceLines(text);
            return Judge(playbook.Path, text, lines, Load(text, lines, cancellationToken), [], match, callees, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Unforeseen(playbook.Path, text, exception);
        }
    }

    private static YamlTree Load(string text, SourceLines lines, CancellationToken cancellationToken) =>
        YamlLoader.Load(text, lines, cancellationToken, StepKinds.Standard.ListKeys);

    // Names in lost texts, which were left out of this one, count as used.
    private static PlaybookFile Judge(
        string path, string text, SourceLines lines, YamlTree tree, IEnumerable<string> lost, CaseFileMatch? match, Callees? callees, CancellationToken cancellationToken, bool finish = true)
    {
        var reading = new Reading(path, text, lines, tree) { Callees = callees };
        reading.CutTexts.AddRange(lost);
        var rules = new PlaybookRules(reading, match, cancellationToken);
        var model = rules.Read();
        var suppressions = SuppressionRules.Read(reading);
        LookAlikeRules.Name(reading);
        if (finish && reading.Corrections.Count > 0)
        {
            CorrectionRules.Finish(reading, corrected => Again(path, corrected, lost, match, callees, cancellationToken));
        }

        if (tree.Problem is { } problem)
        {
            reading.Findings.Add(problem);
        }

        var hasErrors = reading.HasGuesses
            || reading.Findings.Any(finding => IsError(finding, suppressions))
            || rules.CaseFileFindings.Any(finding => IsError(finding, suppressions.WithoutLines));
        return new(path, model with { HasErrors = hasErrors }, InOrder(reading.Findings, suppressions), suppressions)
        {
            CaseFileMatch = match,
            CaseFileFindings = InOrder(rules.CaseFileFindings, suppressions.WithoutLines),
        };
    }

    /// <summary>The findings of a corrected text, whose own messages nobody reads.</summary>
    private static EquatableArray<Finding> Again(string path, string text, IEnumerable<string> lost, CaseFileMatch? match, Callees? callees, CancellationToken cancellationToken)
    {
        var lines = new SourceLines(text);
        return Judge(path, text, lines, Load(text, lines, cancellationToken), lost, match, callees, cancellationToken, finish: false).Findings;
    }

    private static EquatableArray<Finding> InOrder(IEnumerable<Finding> findings, Suppressions suppressions) => findings
        .Where(finding => !suppressions.Cover(finding))
        .OrderBy(finding => finding.Span.Start)
        .ThenBy(finding => finding.Id, StringComparer.Ordinal)
        .ThenBy(finding => finding.Message, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>One that is switched off counts only where something of the playbook had to be left out for it.</summary>
    private static bool IsError(Finding finding, Suppressions suppressions) =>
        finding.Rule.Severity == FindingSeverity.Error && !(finding.Rule.LeavesRunnable && suppressions.Cover(finding));

    private static PlaybookFile CheckEncoding(PlaybookFile file, string text, SourceLines lines, Encoding? encoding)
    {
        var foreign = EncodingCheck.ForeignName(encoding);
        if (EncodingCheck.Find(text, foreign) is not { } found || HasStopped(file))
        {
            return file;
        }

        var advice = foreign is null ? " If the character U+FFFD itself is intended, write it as \\uFFFD in double quotes." : string.Empty;
        var finding = new Finding(Rule.UnreadableYaml, found.Message + advice, lines.Span(found.Offset, found.Offset + 1));
        return file with { Model = file.Model with { HasErrors = true }, Findings = file.Findings.Append(finding).OrderBy(one => one.Span.Start).ToEquatableArray() };
    }

    /// <summary>Whether a part of the file was not read, so that what it seems to be missing proves nothing.</summary>
    private static bool HasStopped(PlaybookFile file) => file.Findings.Any(finding => finding.Rule == Rule.UnreadableYaml || finding.Rule == Rule.OverLimit);

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
        var message = $"The tool failed on this file ({exception.GetType().Name}: {exception.Message}). Please report this message together with the file.";
        return new(path, model, new([new(Rule.ToolFailure, message, default)]), Suppressions.None);
    }
}
