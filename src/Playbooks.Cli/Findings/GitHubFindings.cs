using System.Globalization;
using Playbooks.Language;
using Playbooks.Shared;

namespace Playbooks.Cli.Findings;

/// <summary>Writes findings as GitHub's workflow commands, which annotate the lines of a pull request.</summary>
internal static class GitHubFindings
{
    /// <summary>Writes the findings.</summary>
    public static void Write(FindingReport report, Terminal terminal)
    {
        foreach (var found in report.Findings)
        {
            terminal.Output.WriteLine(Command(found, terminal));
        }
    }

    private static string Command(FileFinding found, Terminal terminal)
    {
        var (rule, span) = (found.Finding.Rule, found.Finding.Span);
        var path = terminal.Shown(found.Path).Replace('\\', '/');

        // GitHub accepts columns only for a range on one line.
        var columns = span.StartLine == span.EndLine ? string.Create(CultureInfo.InvariantCulture, $",col={span.StartColumn + 1},endColumn={span.EndColumn + 1}") : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{Word(rule.Severity)} file={WorkflowCommand.Property(path)},line={span.StartLine + 1},endLine={span.EndLine + 1}{columns},title={WorkflowCommand.Property($"{rule.Id}: {rule.Title}")}::{WorkflowCommand.Data(terminal.ShownIn(found.Finding.Message))}");
    }

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "notice",
    };
}
