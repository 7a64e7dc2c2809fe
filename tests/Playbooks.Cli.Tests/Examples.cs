using System.Text.RegularExpressions;

namespace Playbooks.Cli.Tests;

/// <summary>The playbooks of the corpus, and the examples of the pages of findings.</summary>
internal static partial class Examples
{
    private static readonly string CorpusFolder = RepositoryFolder.Of("tests", "Playbooks.Language.Tests", "corpus");

    /// <summary>The names of the good playbooks.</summary>
    public static IEnumerable<string> CorpusNames => Directory.EnumerateFiles(CorpusFolder, "*.playbook.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The names of all files of the corpus, those of cases included.</summary>
    public static IEnumerable<string> CorpusFiles => Directory.EnumerateFiles(CorpusFolder).Select(path => Path.GetFileName(path));

    /// <summary>The bytes of a file of the corpus.</summary>
    public static byte[] CorpusBytes(string name) => File.ReadAllBytes(Path.Combine(CorpusFolder, name));

    /// <summary>The text of a good playbook.</summary>
    public static string CorpusText(string name) => File.ReadAllText(Path.Combine(CorpusFolder, name));

    /// <summary>The examples on the pages of findings.</summary>
    /// <param name="kind"><c>wrong</c> or <c>right</c>.</param>
    public static IReadOnlyList<Example> OfFindings(string kind) =>
    [
        .. from path in Directory.EnumerateFiles(RepositoryFolder.Of("docs", "diagnostics"), "PB*.md").Order(StringComparer.Ordinal)
           from match in Fence().Matches(File.ReadAllText(path))
           where match.Groups["kind"].Value == kind
           select new Example(Path.GetFileNameWithoutExtension(path), match.Groups["text"].Value),
    ];

    [GeneratedRegex("^```yaml (?<kind>right|wrong)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}

/// <summary>An example on the page of a finding.</summary>
internal sealed record Example(string Id, string Text);
