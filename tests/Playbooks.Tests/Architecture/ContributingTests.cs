using System.Text.RegularExpressions;

namespace Playbooks.Tests.Architecture;

public sealed partial class ContributingTests
{
    [Theory]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("README.md")]
    public void Every_file_and_folder_that_the_document_names_is_there(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));

        var missing =
            from match in Named().Matches(text)
            let path = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value
            where !File.Exists(Path.Combine(Repository.Root, path)) && !Directory.Exists(Path.Combine(Repository.Root, path))
            select path;

        Assert.Equal("", string.Join(Environment.NewLine, missing.Distinct()));
    }

    // Whole paths of the repository in backticks, and relative links; what has a <placeholder> or a * in it names no one file.
    [GeneratedRegex(@"(?<=[` ])((?:src|tests|generators|docs|examples|\.ci)/[\w./-]*[\w])(?=[` #)])|\]\((?!https?:)([\w./-]+)(?:#[\w-]+)?\)")]
    private static partial Regex Named();
}
