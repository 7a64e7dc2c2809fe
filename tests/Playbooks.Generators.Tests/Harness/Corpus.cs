namespace Playbooks.Generators.Tests.Harness;

/// <summary>The good playbooks, which the language's tests keep.</summary>
internal static class Corpus
{
    private static readonly string Folder = RepositoryFolder.Of("tests", "Playbooks.Language.Tests", "corpus");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.playbook.*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
