namespace Playbooks.TestSupport;

/// <summary>The folder that holds the solution: found from the program, not from a caller's path, which a deterministic build maps.</summary>
internal static class RepositoryFolder
{
    private static readonly string Root = Find();

    /// <summary>A path below it.</summary>
    public static string Of(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Playbooks.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository only.");
        }

        return folder.FullName;
    }
}
