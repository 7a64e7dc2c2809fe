namespace Playbooks.Language.Syntax.Paths;

/// <summary>Paths that files name relative to themselves. Only the texts are compared; there is no file system.</summary>
internal static class RelativePath
{
    /// <summary>The path with slashes, and without <c>.</c> and <c>..</c> as far as they can be resolved.</summary>
    public static string Normalize(string path)
    {
        var kept = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && kept.Count > 0 && kept[kept.Count - 1] is not ("" or ".."))
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || kept.All(static one => one.Length == 0)))
            {
                kept.Add(part);
            }
        }

        return string.Join("/", kept);
    }

    /// <summary>Where a path leads that a file names.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="path">The path that it names, relative to its folder.</param>
    public static string Resolve(string file, string path) => Normalize(FolderOf(file.Replace('\\', '/')) + path);

    /// <summary>How a file names another one.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="target">The path of the other one.</param>
    public static string Between(string file, string target)
    {
        var from = Normalize(file).Split('/');
        var to = Normalize(target).Split('/');
        var shared = 0;
        while (shared < Math.Min(from.Length, to.Length) - 1 && from[shared] == to[shared])
        {
            shared++;
        }

        return string.Join("/", Enumerable.Repeat("..", from.Length - 1 - shared).Concat(to.Skip(shared)));
    }

    /// <summary>Whether the path does not depend on the file that names it.</summary>
    public static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    private static string FolderOf(string file) => file.Substring(0, file.LastIndexOf('/') + 1);
}
