using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Generators;

namespace Playbooks.Benchmarks.Generation;

/// <summary>A project of made playbooks, as the compiler hands it to the generator.</summary>
internal sealed class MadeProject(IEnumerable<string> playbooks)
{
    private readonly AdditionalText[] texts = [.. playbooks.Select((text, number) => new Text(PathOf(number), text))];

    /// <summary>A compilation without C#: what the generator does does not depend on it.</summary>
    public static Compilation Compilation { get; } = CSharpCompilation.Create("Made");

    /// <summary>The generator before its first run.</summary>
    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new PlaybookGenerator().AsSourceGenerator()], texts, optionsProvider: new Options());

    /// <summary>The same project with another text in one playbook.</summary>
    public GeneratorDriver Edit(GeneratorDriver driver, int number, string text)
    {
        var edited = new Text(PathOf(number), text);
        var after = driver.ReplaceAdditionalText(texts[number], edited);
        texts[number] = edited;
        return after;
    }

    private static string PathOf(int number) => $"/shop/Playbooks/p{number}.playbook.yaml";

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new()
        {
            ["build_property.RootNamespace"] = "Shop",
            ["build_property.ProjectDir"] = "/shop/",
            ["build_property.PlaybooksTestFramework"] = "xunit",
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
