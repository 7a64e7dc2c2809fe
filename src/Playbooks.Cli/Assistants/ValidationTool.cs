using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol.Server;
using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Language;

namespace Playbooks.Cli.Assistants;

/// <summary>The tool that checks a text. The run service offers it, too, if the command line serves it.</summary>
/// <param name="project">The folder that the text belongs to.</param>
internal sealed class ValidationTool(AssistantProject project)
{
    /// <summary>Checks a text.</summary>
    [McpServerTool(Name = "validate_playbook", ReadOnly = true)]
    [Description("Checks the text of a playbook without writing it. Returns every finding with its line, the edits that fix it, and a corrected example. A playbook is valid if it has no errors. The resource playbooks://language describes the language.")]
    public string Validate(
        [Description("The whole text of the playbook.")] string text,
        [Description("Where the playbook is, or will be, relative to the project, such as Playbooks/cancel_order.playbook.yaml.")] string path,
        CancellationToken cancellationToken) =>
        Describe(project.PathOf(path), text, cancellationToken).ToJsonString();

    /// <summary>Returns the findings of a text.</summary>
    public static JsonObject Describe(string path, string text, CancellationToken cancellationToken)
    {
        var workspace = new Workspace();
        var document = new DocumentText(path, text);
        workspace.Set(new Uri(path).AbsoluteUri, 1, text);
        var findings = workspace.Check(path, cancellationToken).Where(found => found.Path == path).Select(static found => found.Finding).ToList();
        return new()
        {
            ["errors"] = findings.Count(static finding => finding.Rule.Severity == FindingSeverity.Error),
            ["findings"] = new JsonArray([.. findings.Select(finding => FindingAdvice.Describe(document, finding))]),
        };
    }
}
