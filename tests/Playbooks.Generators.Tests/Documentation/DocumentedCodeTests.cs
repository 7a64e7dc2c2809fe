using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.Documentation;

/// <summary>The C# that the documentation shows compiles, each piece in a project that has the example's playbooks. (The README's is compiled in the example itself.)</summary>
public sealed partial class DocumentedCodeTests
{
    // What the SDK, or the one for the web, adds where ImplicitUsings is enabled, as the templates have it. No others: a reader has no others either.
    private static readonly string[] Implicit = ["System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "System.Net.Http"];
    private static readonly string[] ImplicitForTheWeb =
        [.. Implicit, "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging"];

    private const string Tutorial = "tutorial.md";

    /// <summary>A page, the line where a piece begins on it, the piece, and the playbook directly above it, if there is one.</summary>
    public static TheoryData<string, int, string, string> Pieces
    {
        get
        {
            var pieces = new TheoryData<string, int, string, string>();
            foreach (var path in Directory.EnumerateFiles(RepositoryFolder.Of("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var page = File.ReadAllText(path);
                foreach (Match fence in Fence().Matches(page))
                {
                    pieces.Add(Path.GetFileName(path), page[..fence.Index].Count(character => character == '\n') + 2, fence.Groups[1].Value, PlaybookOf(Path.GetFileName(path), page[..fence.Index]));
                }
            }

            return pieces;
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_piece_compiles_without_a_warning(string page, int line, string code, string playbook)
    {
        var usings = code.Contains("WebApplication", StringComparison.Ordinal) ? ImplicitForTheWeb : Implicit;
        var project = new TestProject
        {
            Options = TestOptions.Default.With("RootNamespace", page == Tutorial ? "Shop.Tests" : "Orders.Tests").With("ProjectDir", "/orders/"),
            Sources = [string.Concat(usings.Select(name => $"global using global::{name};\n")), code],
            Playbooks = playbook.Length > 0 ? [new TestText(page == Tutorial ? "/orders/Playbooks/example.playbook.yaml" : "/orders/example.playbook.yaml", playbook)] : [.. ExamplePlaybooks()],
        };
        var isProgram = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        var compilation = project.Compile();
        compilation = compilation
            .WithOptions(compilation.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .WithReferences(TestProject.AllReferences);

        project.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var compiled, out _);

        // A piece shows what matters, and not the comments that a library's public members have. The SDK switches CS1701 off.
        var complaints = compiled.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS1591" or "CS1701"));
        Assert.True(!complaints.Any(), $"docs/{page}, line {line}:\n{string.Join('\n', complaints)}");
    }

    // The tutorial builds one project, step by step; elsewhere, a piece belongs to the playbook directly above it.
    private static string PlaybookOf(string page, string above) =>
        (page == Tutorial ? AnyPlaybook().Match(above) : PlaybookAbove().Match(above)).Groups[1].Value;

    // Without the playbooks of files and of steps in C#, which are not there in memory.
    private static IEnumerable<AdditionalText> ExamplePlaybooks() =>
        from path in Directory.EnumerateFiles(RepositoryFolder.Of("examples", "Orders.Playbooks", "Playbooks"), "*.playbook.yaml")
        let text = File.ReadAllText(path)
        where !text.Contains("action: upload", StringComparison.Ordinal) && !text.Contains(" code: ", StringComparison.Ordinal)
        select new TestText("/orders/Playbooks/" + Path.GetFileName(path), text);

    [GeneratedRegex("^```yaml right\n([^`]*)^```\n", RegexOptions.Multiline)]
    private static partial Regex AnyPlaybook();

    [GeneratedRegex("^```yaml right\n([^`]*)^```\n\n\\z", RegexOptions.Multiline)]
    private static partial Regex PlaybookAbove();

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
