namespace Playbooks.Language.Tests;

/// <summary>The good playbooks.</summary>
internal static class Corpus
{
    private static readonly string Folder = RepositoryFolder.Of("tests", "Playbooks.Language.Tests", "corpus");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.playbook.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The files of cases that good playbooks name.</summary>
    public static IReadOnlyList<CaseFile> CaseFiles =>
        [.. Directory.EnumerateFiles(Folder, "*" + CaseFile.Ending).Select(path => new CaseFile(Path.GetFileName(path), File.ReadAllText(path)))];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
