using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Cli.Projects;
using Playbooks.Generators;

namespace Playbooks.Cli.Running;

/// <summary>The playbooks of a project, compiled in memory by the generator of the package.</summary>
internal static partial class CompiledProject
{
    // What the SDK and the package add to every file of a project.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Playbooks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>Compiles the playbooks of a project, and the C# that belongs to them, together with the projects that it references.</summary>
    /// <param name="project">The project with its playbooks.</param>
    /// <param name="cancellationToken">Stops the compilation.</param>
    /// <returns>The assembly with the playbooks.</returns>
    /// <exception cref="CommandException">The C# does not compile.</exception>
    public static Assembly Compile(CheckedProject project, CancellationToken cancellationToken)
    {
        var context = new AssemblyLoadContext("Playbooks.Run", isCollectible: true);
        var references = References().ToList();
        foreach (var referenced in ProjectReferences.Find(project.Folder).Where(static one => one.Playbooks().Any()))
        {
            var image = Compile(Path.GetFileNameWithoutExtension(referenced.ProjectFile!), CheckedProject.AllOf(referenced, cancellationToken), references, cancellationToken);
            references.Add(MetadataReference.CreateFromImage(image));
            Load(context, image);
        }

        return Load(context, Compile("Playbooks.Run", project, references, cancellationToken));
    }

    /// <summary>Returns the playbooks of an assembly.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The assembly was compiled just now, and nothing was removed from it.")]
    public static IReadOnlyList<PlaybookEntry> Catalog(Assembly assembly) =>
        (IReadOnlyList<PlaybookEntry>)assembly.GetCustomAttribute<PlaybookCatalogAttribute>()!.CatalogType.GetProperty("All")!.GetValue(null)!;

    /// <summary>Returns the names of the partial classes in a C# file.</summary>
    public static IEnumerable<string> PartialClassesIn(string path) => PartialClass().Matches(File.ReadAllText(path)).Select(static match => match.Groups["name"].Value);

    private static byte[] Compile(string name, CheckedProject project, IEnumerable<MetadataReference> references, CancellationToken cancellationToken)
    {
        var folder = project.Folder;
        var sources = CSharpOf(project).Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), Parsing, path, cancellationToken));
        var compilation = CSharpCompilation.Create(
            name,
            sources.Prepend(CSharpSyntaxTree.ParseText(Usings, Parsing, cancellationToken: cancellationToken)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        var texts = project.Playbooks.Select(AdditionalText (playbook) => new FileText(playbook.Path)).Concat(folder.CaseFiles().Select(static path => new FileText(path)));
        CSharpGeneratorDriver
            .Create([new PlaybookGenerator().AsSourceGenerator()], texts, Parsing, new ProjectProperties(folder))
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, cancellationToken);
        return Emit(generated, cancellationToken);
    }

    /// <summary>Returns the C# files of the project that contain a part of a playbook's class: its hooks, and its steps in C#.</summary>
    private static IEnumerable<string> CSharpOf(CheckedProject project)
    {
        var classes = project.Playbooks.Select(static playbook => playbook.Model.ClassName).ToHashSet(StringComparer.Ordinal);
        return project.Folder.CSharpFiles()
            .Where(path => PartialClassesIn(path).Any(classes.Contains))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Bcl.", StringComparison.Ordinal) || name is "Playbooks.dll" or "Playbooks.Accessibility.dll" or "Microsoft.Playwright.dll" or "netstandard.dll"))
        .Select(static path => MetadataReference.CreateFromFile(path));

    private static byte[] Emit(Compilation compilation, CancellationToken cancellationToken)
    {
        using var code = new MemoryStream();
        var emitted = compilation.Emit(code, cancellationToken: cancellationToken);
        if (!emitted.Success)
        {
            var errors = emitted.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Select(static one => one.ToString());
            throw new CommandException($"{string.Join(Environment.NewLine, errors)}{Environment.NewLine}The C# of the playbooks does not compile by itself. If it needs the rest of its project, run the playbook as a test: dotnet test");
        }

        return code.ToArray();
    }

    private static Assembly Load(AssemblyLoadContext context, byte[] image)
    {
        using var code = new MemoryStream(image);
        return context.LoadFromStream(code);
    }

    [GeneratedRegex(@"\bpartial\s+class\s+@?(?<name>\w+)")]
    private static partial Regex PartialClass();

    /// <summary>A file that the compiler reads.</summary>
    private sealed class FileText(string path) : AdditionalText
    {
        /// <inheritdoc/>
        public override string Path => path;

        /// <inheritdoc/>
        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            var (text, encoding) = PlaybookFiles.Read(path);
            return SourceText.From(text, encoding);
        }
    }

    /// <summary>What a build would say to the generator.</summary>
    private sealed class ProjectProperties(ProjectFolder folder) : AnalyzerConfigOptionsProvider
    {
        /// <inheritdoc/>
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(ImmutableDictionary<string, string>.Empty
            .Add("build_property.RootNamespace", folder.RootNamespace)
            .Add("build_property.ProjectDir", folder.Folder)
            .Add("build_property.PlaybooksAccessibility", folder.ScansAccessibility ? "axe" : string.Empty));

        /// <inheritdoc/>
        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        /// <inheritdoc/>
        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        /// <inheritdoc/>
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
