using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Cli.Projects;
using Playbooks.Generators;

namespace Playbooks.Cli.Tests.Findings;

/// <summary>The findings of the compiler's own driver over the files of a folder.</summary>
internal static class CompilerFindings
{
    /// <summary>The findings in the compiler's form, with paths from the folder.</summary>
    public static IReadOnlyList<string> In(string folder, string rootNamespace)
    {
        var texts = PlaybookFiles.In(folder).Concat(PlaybookFiles.CaseFilesIn(folder)).Select(AdditionalText (path) => new FileText(path));
        var driver = CSharpGeneratorDriver.Create([new PlaybookGenerator().AsSourceGenerator()], texts, optionsProvider: new Options(folder, rootNamespace));
        var run = driver.RunGenerators(CSharpCompilation.Create("Shop")).GetRunResult();
        return [.. run.Diagnostics.Select(one => Line(one, folder))];
    }

    private static string Line(Diagnostic diagnostic, string folder)
    {
        var place = diagnostic.Location.GetLineSpan();
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        return line.Replace(folder + "/", string.Empty, StringComparison.Ordinal);
    }

    private sealed class FileText(string path) : AdditionalText
    {
        private readonly SourceText text = Read(path);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;

        private static SourceText Read(string path)
        {
            using var stream = File.OpenRead(path);
            return SourceText.From(stream);
        }
    }

    private sealed class Options(string folder, string rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(ImmutableDictionary<string, string>.Empty
            .Add("build_property.RootNamespace", rootNamespace)
            .Add("build_property.ProjectDir", folder + "/")
            .Add("build_property.PlaybooksTestFramework", "xunit"));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
