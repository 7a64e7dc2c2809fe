using System.Runtime.CompilerServices;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>The good playbooks, which the language's tests keep.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../Playbooks.Language.Tests/corpus"));

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.playbook.*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string Here([CallerFilePath] string path = "") => path;
}
