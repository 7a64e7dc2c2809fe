namespace Playbooks.Tests.Architecture;

/// <summary>Where the sources lie: the folder above the test's assembly that holds the solution.</summary>
internal static class Repository
{
    private static readonly string[] Folders = ["src", "generators"];

    public static string Root { get; } = FindRoot();

    /// <summary>The project files of the house, without tests and examples, and without those that a template creates.</summary>
    public static IEnumerable<string> Projects() =>
        Folders.SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(Root, folder))).SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"));

    /// <summary>Every hand-written C# file of the house.</summary>
    public static IEnumerable<string> Sources() =>
        from folder in Folders
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
        select relative;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Playbooks.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Playbooks.sln lies in no folder above the tests.");
    }
}
