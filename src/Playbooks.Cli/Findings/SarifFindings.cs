using System.Text.Json.Nodes;
using Playbooks.Language;

namespace Playbooks.Cli.Findings;

/// <summary>Writes findings as SARIF 2.1.0, the format that code scanning services read.</summary>
internal static class SarifFindings
{
    /// <summary>Writes the findings.</summary>
    public static void Write(FindingReport report, Terminal terminal)
    {
        var rules = report.Findings.Select(static found => found.Finding.Rule).Distinct().OrderBy(static rule => rule.Id, StringComparer.Ordinal).ToList();
        terminal.Output.WriteLine(JsonText.Write(new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject { ["name"] = "Playbooks", ["rules"] = new JsonArray([.. rules.Select(Describe)]) },
                },

                // A column counts UTF-16 units, as editors do.
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. report.Findings.Select(found => Result(found, rules.IndexOf(found.Finding.Rule), terminal))]),
            }),
        }));
    }

    private static JsonObject Describe(Rule rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = Text(rule.Title),
        ["helpUri"] = rule.HelpLink,
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
    };

    private static JsonObject Result(FileFinding found, int ruleIndex, Terminal terminal)
    {
        var (rule, span) = (found.Finding.Rule, found.Finding.Span);
        return new()
        {
            ["ruleId"] = rule.Id,
            ["ruleIndex"] = ruleIndex,
            ["level"] = Level(rule.Severity),
            ["message"] = Text(terminal.ShownIn(found.Finding.Message)),
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = Uri(terminal.Shown(found.Path)) },
                    ["region"] = new JsonObject
                    {
                        ["startLine"] = span.StartLine + 1,
                        ["startColumn"] = span.StartColumn + 1,
                        ["endLine"] = span.EndLine + 1,
                        ["endColumn"] = span.EndColumn + 1,
                    },
                },
            }),
        };
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };

    private static string Uri(string path) => Path.IsPathFullyQualified(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/', '\\').Select(System.Uri.EscapeDataString));
}
