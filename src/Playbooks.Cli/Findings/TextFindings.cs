using System.Globalization;
using Playbooks.Language;

namespace Playbooks.Cli.Findings;

/// <summary>Writes findings as the compiler does, so that editors and build logs link them. The summary is not a finding, and goes to the error output.</summary>
internal static class TextFindings
{
    /// <summary>Writes the findings.</summary>
    public static void Write(FindingReport report, Terminal terminal)
    {
        foreach (var found in report.Findings)
        {
            terminal.Output.WriteLine(Line(found, terminal));
        }

        terminal.Error.WriteLine(Summary(report));
    }

    /// <summary>Returns one finding: <c>path(line,column): error id: message</c>.</summary>
    public static string Line(FileFinding found, Terminal terminal)
    {
        var (rule, span) = (found.Finding.Rule, found.Finding.Span);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{terminal.Shown(found.Path)}({span.StartLine + 1},{span.StartColumn + 1}): {FindingReport.Word(rule.Severity)} {rule.Id}: {terminal.ShownIn(found.Finding.Message)}");
    }

    private static string Summary(FindingReport report)
    {
        FindingSeverity[] severities = [FindingSeverity.Error, FindingSeverity.Warning, FindingSeverity.Info];
        var counts = severities.Where(severity => report.Count(severity) > 0).Select(severity => Plural(report.Count(severity), FindingReport.Word(severity)));
        var playbooks = Plural(report.PlaybookCount, "playbook");
        return report.Findings.Count == 0 ? $"{playbooks} checked, no findings." : $"{playbooks} checked: {string.Join(", ", counts)}.";
    }

    private static string Plural(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
}
