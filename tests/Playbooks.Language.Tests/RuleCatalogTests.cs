using System.Reflection;
using System.Text.RegularExpressions;
using Playbooks.Language.Tests.Sources;

namespace Playbooks.Language.Tests;

public sealed partial class RuleCatalogTests
{
    private static readonly string[] Infos = ["PB0303", "PB0405"];
    private static readonly string[] Warnings = ["PB0011", "PB0104", "PB0110", "PB0302", "PB0401", "PB0402", "PB0403", "PB0404"];
    private static readonly string[] Permanent = ["PB0001", "PB0901"];

    public static TheoryData<string> Ids => new(Rule.All.Select(definition => definition.Id));

    [Fact]
    public void Ids_are_unique_and_rise() =>
        Assert.Equal(Rule.All.Select(definition => definition.Id).Distinct().Order(StringComparer.Ordinal), Rule.All.Select(definition => definition.Id));

    [Fact]
    public void Severities_are_those_of_the_language()
    {
        Assert.Equal(Infos, Ids(FindingSeverity.Info));
        Assert.Equal(Warnings, Ids(FindingSeverity.Warning));
        Assert.Equal(Permanent, Rule.All.Where(definition => !definition.CanBeSwitchedOff).Select(definition => definition.Id));

        static IEnumerable<string> Ids(FindingSeverity severity) =>
            Rule.All.Where(definition => definition.Severity == severity).Select(definition => definition.Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_finding_has_a_title_and_a_link(string id)
    {
        Assert.Matches(IdForm(), id);
        Assert.NotEmpty(Rule.Find(id)!.Title);
        Assert.EndsWith("/" + id + ".md", Rule.Find(id)!.HelpLink, StringComparison.Ordinal);
    }

    /// <summary>The tests' own markup is the list of what is tested; PB0901 has a test of its own kind.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_finding_has_a_test_that_fails_without_it(string id)
    {
        var tests = Directory.EnumerateFiles(RepositoryFolder.Of("tests", "Playbooks.Language.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("RuleCatalogTests", StringComparison.Ordinal) && !path.Contains("DocumentationTests", StringComparison.Ordinal))
            .Select(File.ReadAllText);

        Assert.Contains(tests, text =>
            text.Contains("{|" + id + ":", StringComparison.Ordinal)
            || text.Contains(id + " and ", StringComparison.Ordinal)
            || text.Contains(id + ": ", StringComparison.Ordinal)
            || text.Contains("\"" + id + "\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_is_a_property_of_its_class_and_in_the_catalog() =>
        Assert.Equal(
            typeof(Rule).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<Rule>().OrderBy(rule => rule.Id, StringComparer.Ordinal),
            Rule.All);

    [Fact]
    public void An_id_is_written_once()
    {
        var found = SourceLiterals.Below("src").Concat(SourceLiterals.Below("generators")).Where(literal => AnyId().IsMatch(literal.Text)).ToList();

        Assert.Equal(Rule.All.Count, found.Count);

        // Requests have the same mistakes as cases, and the runtime does not know the catalog.
        Assert.Equal(["src/Playbooks.Language/Rule.Catalog.cs", "src/Shared/ParameterMistakes.cs"], found.Select(literal => literal.File).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\APB[0-9]{4}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex("PB[0-9]{4}")]
    private static partial Regex AnyId();
}
