using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>The findings in a document, as a build reports them.</summary>
internal static class Diagnostics
{
    /// <summary>Returns a finding as editors show it.</summary>
    public static EditorDiagnostic From(Finding finding) => new(
        new(new(finding.Span.StartLine, finding.Span.StartColumn), new(finding.Span.EndLine, finding.Span.EndColumn)),
        finding.Rule.Severity switch
        {
            FindingSeverity.Error => 1,
            FindingSeverity.Warning => 2,
            _ => 3,
        },
        finding.Id,
        new(finding.Rule.HelpLink),
        "playbooks",
        finding.Message);

    /// <summary>Returns the findings in a document that is open.</summary>
    public static IReadOnlyList<Finding> Find(Workspace workspace, OpenDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return [.. workspace.Check(document.Text.Path, cancellationToken).Where(found => found.Path == document.Text.Path).Select(static found => found.Finding)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder of the project cannot be read; the document still can.
            return document.Text.Playbook.Findings;
        }
    }
}
