using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Playbooks.Language;

namespace Playbooks.Generators.Tests;

/// <summary>The catalog, the analyzer and the release files name the same findings.</summary>
public sealed class RuleContractTests
{
    [Fact]
    public void The_analyzer_supports_what_the_catalog_holds()
    {
        var supported = new PlaybookAnalyzer().SupportedDiagnostics;

        Assert.Equal(Rule.All.Select(definition => definition.Id), supported.Select(descriptor => descriptor.Id));
        foreach (var (definition, descriptor) in Rule.All.Zip(supported))
        {
            Assert.Equal(definition.Severity.ToString(), descriptor.DefaultSeverity.ToString());
            Assert.Equal(definition.Title, descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(definition.HelpLink, descriptor.HelpLinkUri);
            Assert.Equal(definition.CanBeSwitchedOff, !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        }
    }

    [Fact]
    public void The_release_files_name_what_the_catalog_holds() =>
        Assert.Equal(
            Rule.All.Select(definition => $"{definition.Id} | Playbooks | {definition.Severity} | {definition.Title}"),
            Released("Shipped").Concat(Released("Unshipped")).Order(StringComparer.Ordinal));

    [Fact]
    public void PlaybooksTreatFindingsAsErrors_names_every_warning_of_the_catalog() =>
        Assert.Equal(
            "$(WarningsAsErrors);" + string.Join(';', Rule.All.Where(definition => definition.Severity == FindingSeverity.Warning)),
            XDocument.Load(RepositoryFolder.Of("src", "Playbooks", "build", "Playbooks.targets"))
                .Descendants("PropertyGroup")
                .Single(group => (string?)group.Attribute("Condition") == "'$(PlaybooksTreatFindingsAsErrors)' == 'true'")
                .Value.Trim());

    private static IEnumerable<string> Released(string file) =>
        File.ReadLines(RepositoryFolder.Of("generators", "Playbooks.Generators", $"AnalyzerReleases.{file}.md"))
            .Where(line => line.StartsWith("PB", StringComparison.Ordinal));
}
