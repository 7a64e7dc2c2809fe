using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Playbooks.Cli.Commands;
using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Features;
using Playbooks.Language;

namespace Playbooks.Cli.Assistants;

/// <summary>A finding with all that is needed to correct it at once: the edits that fix it, and a right example.</summary>
internal static partial class FindingAdvice
{
    /// <summary>Returns the finding.</summary>
    public static JsonObject Describe(DocumentText document, Finding finding) => new()
    {
        ["line"] = finding.Span.StartLine + 1,
        ["column"] = finding.Span.StartColumn + 1,
        ["severity"] = finding.Rule.Severity.ToString().ToLowerInvariant(),
        ["id"] = finding.Id,
        ["message"] = finding.Message,
        ["text"] = document.Text[finding.Span.Start..finding.Span.End],
        ["fixes"] = new JsonArray([.. new Fixes(document).Of(finding).Where(static fix => !fix.IsSuppression).Select(fix => new JsonObject
        {
            ["title"] = fix.Title,
            ["replace"] = document.Text[fix.Edit.Start..fix.Edit.End],
            ["at_line"] = document.Lines.LineOf(fix.Edit.Start) + 1,
            ["with"] = fix.Edit.Text,
        })]),
        ["right_example"] = RightExample().Match(ExplainCommand.ReadPage(finding.Rule)) is { Success: true } example ? example.Groups["text"].Value : null,
    };

    [GeneratedRegex("^```yaml right\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex RightExample();
}
