using System.Reflection;
using System.Text.RegularExpressions;

namespace Playbooks.Generators.Tests.Documentation;

/// <summary>The page about C# lists every option and every environment variable that there is, and no other.</summary>
public sealed partial class CSharpPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Of("docs", "csharp.md"));

    [Fact]
    public void Every_option_of_a_run_has_a_row() => Assert.Equal(
        typeof(RunOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(StringComparer.Ordinal),
        Rows("Options of a run").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_member_of_a_request_has_a_row() => Assert.Equal(
        typeof(RunRequest).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(StringComparer.Ordinal),
        Rows("Settings of a single run").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_environment_variable_has_a_row() => Assert.Equal(
        Directory.EnumerateFiles(RepositoryFolder.Of("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
        Rows("Environment variables").Where(name => name.StartsWith("PLAYBOOKS_", StringComparison.Ordinal)).Select(name => CredentialsName().Replace(name, "PLAYBOOKS_CREDENTIALS")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/language.md")]
    [InlineData("docs/runs.md")]
    [InlineData("docs/service.md")]
    [InlineData("docs/telemetry.md")]
    public void The_other_pages_lead_to_it(string page) =>
        Assert.Contains("csharp.md", File.ReadAllText(RepositoryFolder.Of(page.Split('/'))), StringComparison.Ordinal);

    private static IEnumerable<string> Rows(string heading)
    {
        var section = Page[Page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 5, StringComparison.Ordinal)];
        return Row().Matches(section).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("^\\| `([A-Za-z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    // A name in the code, without what is appended to it for each secret.
    [GeneratedRegex("\"(PLAYBOOKS_[A-Z]+(?:_[A-Z]+)*)(?:__)?\"")]
    private static partial Regex Variable();

    [GeneratedRegex("^PLAYBOOKS_CREDENTIALS__NAME$")]
    private static partial Regex CredentialsName();
}
