using System.Text.Json.Nodes;
using Playbooks.Language;

namespace Playbooks.Cli.Findings;

/// <summary>Writes findings as one JSON object, for programs.</summary>
internal static class JsonFindings
{
    /// <summary>Writes the findings.</summary>
    public static void Write(FindingReport report, Terminal terminal) => terminal.Output.WriteLine(JsonText.Write(new JsonObject
    {
        ["playbooks"] = report.PlaybookCount,
        ["errors"] = report.Count(FindingSeverity.Error),
        ["warnings"] = report.Count(FindingSeverity.Warning),
        ["infos"] = report.Count(FindingSeverity.Info),
        ["findings"] = new JsonArray([.. report.Findings.Select(found => One(found, terminal))]),
    }));

    private static JsonObject One(FileFinding found, Terminal terminal)
    {
        var (rule, span) = (found.Finding.Rule, found.Finding.Span);
        return new()
        {
            ["path"] = terminal.Shown(found.Path),
            ["line"] = span.StartLine + 1,
            ["column"] = span.StartColumn + 1,
            ["end_line"] = span.EndLine + 1,
            ["end_column"] = span.EndColumn + 1,
            ["severity"] = FindingReport.Word(rule.Severity),
            ["id"] = rule.Id,
            ["message"] = terminal.ShownIn(found.Finding.Message),
            ["help"] = rule.HelpLink,
        };
    }
}
