using Playbooks.Language.Model;
using Playbooks.Language.Rules;
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
    public static PlaybookFile Read(string path, string text, CancellationToken cancellationToken = default)
    {
        try
        {
            var lines = new SourceLines(text);
            var tree = YamlLoader.Load(text, lines, cancellationToken);
            return tree.Problem is { Id: "PB0001" } ? Unreadable(path, text, lines, tree, cancellationToken) : Judge(path, text, lines, tree);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Unforeseen(path, text, exception);
        }
    }

    private static PlaybookFile Judge(string path, string text, SourceLines lines, YamlTree tree)
    {
        var reading = new Reading(path, text, lines, tree);
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
        Catalogue.Find(finding.Id) is { Severity: FindingSeverity.Error } definition && !(definition.LeavesRunnable && suppressions.Cover(finding));

    /// <summary>
    /// A text that is no YAML has that one finding. Its types are still wanted, so the lines that stop the parser are left
    /// out, as many as it takes within reason, and what remains is read for the model alone.
    /// </summary>
    private static PlaybookFile Unreadable(string path, string text, SourceLines lines, YamlTree tree, CancellationToken cancellationToken)
    {
        var problem = tree.Problem!;
        var rest = text;
        for (var i = 0; i < 8 && tree.Problem is { Id: "PB0001" } next; i++)
        {
            rest = BlankLine(rest, lines, next.Span.StartLine);
            tree = YamlLoader.Load(rest, lines, cancellationToken);
        }

        var model = Judge(path, rest, lines, tree).Model with { HasErrors = true, HasId = false, SourceText = text };
        return new(path, model, new([problem]), Suppressions.None);
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
        var message = $"Something went wrong in the tool on this file ({exception.GetType().Name}: {exception.Message}); please report it with the file.";
        return new(path, model, new([new("PB0901", message, default)]), Suppressions.None);
    }
}
