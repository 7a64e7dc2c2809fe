using System.Text.RegularExpressions;
using Playbooks.Execution.Run;
using Playbooks.Tests.Architecture;

namespace Playbooks.Tests.Runner;

public sealed partial class EnvironmentNamesTests
{
    [Theory]
    [InlineData("PLAYBOOKS_TRACES", "PLAYBOOKS_TRACE")]
    [InlineData("PLAYBOOKS_OUPUT", "PLAYBOOKS_OUTPUT")]
    [InlineData("PLAYBOOKS_HEADDED", "PLAYBOOKS_HEADED")]
    [InlineData("PLAYBOOKS_JUNIT_", "PLAYBOOKS_JUNIT")]
    [InlineData("PLAYBOOKS_CREDENTIAL__PASSWORD", "PLAYBOOKS_CREDENTIALS__PASSWORD")]
    public void A_misspelled_variable_is_refused_with_the_name_that_was_meant(string name, string meant)
    {
        var refused = Assert.Throws<PlaybookException>(() => EnvironmentNames.Check(new[] { "PATH", name }));

        Assert.Equal(ErrorCode.InvalidRequest, refused.Code);
        Assert.Equal($"Unknown environment variable {name}. Did you mean {meant}? Rename it, or remove it.", refused.Message);
    }

    [Theory]
    [InlineData("PLAYBOOKS_CREDENTIALS__ANYTHING")]
    [InlineData("PLAYBOOKS_ACCEPT_SNAPSHOTS")]
    [InlineData("PLAYBOOKS_")]
    [InlineData("Playbooks__Role")]
    [InlineData("PLAYBOOKS__ROLE")]
    public void What_is_no_misspelling_is_left_alone(string name) => EnvironmentNames.Check(EnvironmentNames.Known.Append(name));

    [Fact]
    public void It_knows_every_variable_that_the_code_reads() => Assert.Equal(
        Repository.Sources()
            .SelectMany(file => Variable().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
        EnvironmentNames.Known.Order(StringComparer.Ordinal));

    [GeneratedRegex("\"(PLAYBOOKS_[A-Z]+(?:_[A-Z]+)*)(?:__)?\"")]
    private static partial Regex Variable();
}
