using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>What the build says to the generator.</summary>
internal sealed class TestOptions : AnalyzerConfigOptionsProvider
{
    private readonly ImmutableDictionary<string, string> properties;
    private readonly ImmutableDictionary<string, string> links;

    private TestOptions(ImmutableDictionary<string, string> properties, ImmutableDictionary<string, string> links) =>
        (this.properties, this.links) = (properties, links);

    /// <summary>A test project with the root namespace <c>Shop.Tests</c> in <c>/shop</c>.</summary>
    public static TestOptions Default { get; } = new(
        ImmutableDictionary<string, string>.Empty
            .Add("RootNamespace", "Shop.Tests")
            .Add("ProjectDir", "/shop/")
            .Add("PlaybooksTestFramework", "xunit")
            .Add("PlaybooksAccessibility", "axe"),
        ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GlobalOptions => new Values(properties.ToImmutableDictionary(pair => "build_property." + pair.Key, pair => pair.Value));

    public TestOptions With(string property, string value) => new(properties.SetItem(property, value), links);

    public TestOptions WithLink(string path, string link) => new(properties, links.SetItem(path, link));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(ImmutableDictionary<string, string>.Empty);

    // Metadata that is not set arrives as an empty text.
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
        ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.Link", links.GetValueOrDefault(textFile.Path, string.Empty)));

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
