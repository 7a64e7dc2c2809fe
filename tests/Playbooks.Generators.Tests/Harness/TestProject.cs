using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>A project in memory: playbooks, C#, options, and the real runtime as a reference.</summary>
internal sealed record TestProject
{
    // What a project gets that takes every warning the compiler has, and no implicit usings.
    private static readonly CSharpCompilationOptions Strict = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        optimizationLevel: OptimizationLevel.Debug);

    // The documentation shows programs for the web and collectors of telemetry, too; nothing else needs their references.
    private static readonly ImmutableArray<string> AllPaths = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)];

    private static readonly Lazy<ImmutableArray<MetadataReference>> Everything = new(static () => Read(AllPaths));

    public static ImmutableArray<string> ReferencePaths { get; } =
        [.. AllPaths.Where(path => !path.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal) && Path.GetFileName(path) is not ("Playbooks.Server.dll" or "Microsoft.OpenApi.dll"))];

    public static ImmutableArray<MetadataReference> References { get; } = Read(ReferencePaths);

    public static ImmutableArray<MetadataReference> AllReferences => Everything.Value;

    public ImmutableArray<AdditionalText> Playbooks { get; init; } = [];

    public ImmutableArray<string> Sources { get; init; } = [];

    public TestOptions Options { get; init; } = TestOptions.Default;

    public string AssemblyName { get; init; } = "Shop.Tests";

    /// <summary>What it references besides the framework and the runtime.</summary>
    public ImmutableArray<MetadataReference> OtherReferences { get; init; } = [];

    /// <summary>A project with these playbooks in its folder <c>Playbooks</c>.</summary>
    public static TestProject Of(params string[] playbooks) => new()
    {
        Playbooks = [.. playbooks.Select((text, index) => new TestText($"/shop/Playbooks/p{index + 1}.playbook.yaml", text))],
    };

    public TestProject With(string path, string text) => this with { Playbooks = Playbooks.RemoveAll(known => known.Path == path).Add(new TestText(path, text)) };

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        AssemblyName,
        Sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, Parsing, $"/shop/Source{index + 1}.cs", System.Text.Encoding.UTF8)),
        References.AddRange(OtherReferences),
        Strict);

    /// <summary>Documentation is compiled, so that a comment that is no XML, or lacks, is a warning.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>A driver for the project.</summary>
    /// <param name="tracksSteps">Whether it remembers what was run, for tests of caching. In Roslyn, that takes cubic time where files know each other.</param>
    public GeneratorDriver Driver(bool tracksSteps = true) => CSharpGeneratorDriver.Create(
        [new PlaybookGenerator().AsSourceGenerator()],
        Playbooks,
        Parsing,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    private static ImmutableArray<MetadataReference> Read(ImmutableArray<string> paths) =>
        [.. paths.Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    /// <summary>Runs the generator once.</summary>
    public GeneratorRun Run()
    {
        var driver = Driver(tracksSteps: false).RunGeneratorsAndUpdateCompilation(Compile(), out var compilation, out _);
        return new(driver.GetRunResult().Results.Single(), compilation);
    }
}
