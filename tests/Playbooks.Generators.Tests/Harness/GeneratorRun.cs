using System.Collections.Immutable;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>What one run of the generator gave.</summary>
internal sealed record GeneratorRun(GeneratorRunResult Result, Compilation Compilation)
{
    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; } =
        Result.GeneratedSources.IsDefault ? ImmutableDictionary<string, string>.Empty : Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The generator's own diagnostics.</summary>
    public ImmutableArray<Diagnostic> Findings => Result.Diagnostics.IsDefault ? [] : Result.Diagnostics;

    /// <summary>What the compiler says about the C#, from warnings up, one a line.</summary>
    public string Complaints => ComplaintsBeside();

    /// <summary>The same without those of some ids.</summary>
    public string ComplaintsBeside(params string[] expected) => string.Join('\n', Compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !expected.Contains(diagnostic.Id))
        .Select(diagnostic => diagnostic.ToString() + Excerpt(diagnostic.Location)));

    /// <summary>The generated code compiled, without a single warning.</summary>
    public GeneratorRun ShouldCompile()
    {
        Assert.Null(Result.Exception);
        Assert.True(Complaints.Length == 0, Complaints);
        return this;
    }

    /// <summary>The compiled assembly.</summary>
    public LoadedAssembly Load()
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = Compilation.Emit(image, symbols);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Select(diagnostic => diagnostic.ToString())));
        return new(image.ToArray(), symbols.ToArray());
    }

    /// <summary>The places in a file where a debugger can stop, in the order of the text.</summary>
    public IReadOnlyList<string> SequencePoints(string path)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        Assert.True(Compilation.Emit(image, symbols, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success);
        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        return
        [
            .. reader.MethodDebugInformation
                .SelectMany(method => reader.GetMethodDebugInformation(method).GetSequencePoints())
                .Where(point => !point.IsHidden && reader.GetString(reader.GetDocument(point.Document).Name) == path)
                .OrderBy(point => point.StartLine)
                .Select(point => $"({point.StartLine},{point.StartColumn})-({point.EndLine},{point.EndColumn})"),
        ];
    }

    private static string Excerpt(Location location) =>
        location.SourceTree is { } tree ? "\n    " + tree.GetText().Lines[location.GetLineSpan().StartLinePosition.Line] : string.Empty;
}
