using System.Runtime.CompilerServices;

namespace Playbooks.Language.Tests;

/// <summary>The good playbooks.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "corpus");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.playbook.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string Here([CallerFilePath] string path = "") => path;
}
