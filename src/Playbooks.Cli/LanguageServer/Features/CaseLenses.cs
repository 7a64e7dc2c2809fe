using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>The commands above cases, which run their tests.</summary>
internal static class CaseLenses
{
    /// <summary>The command that an editor's extension carries out.</summary>
    public const string RunCase = "playbooks.runCase";

    /// <summary>Returns a command for each case in the file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="uri">Its URI as the editor writes it.</param>
    public static IReadOnlyList<CodeLens> Find(DocumentText document, string uri)
    {
        var model = document.Playbook.Model;
        var ns = Workspace.FolderOf(document.Path).NamespaceOf(document.Path);
        var tests = (ns.Length > 0 ? ns + "." : "") + CSharpNames.TestClassName(model.ClassName);
        return
        [
            .. model.Cases.Where(static one => !one.IsRow).Select(one => new CodeLens(
                new(new(one.Span.StartLine, one.Span.StartColumn), new(one.Span.EndLine, one.Span.EndColumn)),
                new("Run case", RunCase, [new CaseToRun(uri, model.Id, one.Name, $"{tests}.{one.MethodName}", $"{model.Name}: {one.Name}")]))),
        ];
    }

    /// <param name="Uri">The URI of the playbook.</param>
    /// <param name="Playbook">The id of the playbook.</param>
    /// <param name="Case">The name of the case.</param>
    /// <param name="Test">The full name of the test's method.</param>
    /// <param name="DisplayName">The name of the test as runners show it.</param>
    private sealed record CaseToRun(string Uri, string Playbook, string Case, string Test, string DisplayName);
}
