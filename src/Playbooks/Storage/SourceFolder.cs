namespace Playbooks.Storage;

/// <summary>The folder of a playbook's file, and where its files are when the build maps paths or the program was moved.</summary>
/// <param name="path">The folder, as passed to the compiler.</param>
/// <param name="programFolder">The folder of the program.</param>
internal sealed class SourceFolder(string path, string programFolder)
{
    /// <summary>Gets whether the folder exists on this machine.</summary>
    public bool Exists => Directory.Exists(path);

    /// <summary>Returns the full path of a file beside the playbook.</summary>
    /// <param name="file">The path relative to the folder, or a full path.</param>
    public string Locate(string file) => Path.GetFullPath(file, Path.GetFullPath(path));

    /// <summary>
    /// Returns an existing file beside the playbook; or, if that folder does not exist, beside the program, where a file that is copied to the
    /// output keeps its relative path. Returns null if there is none.
    /// </summary>
    /// <param name="file">The path relative to the folder, or a full path.</param>
    public string? Find(string file) => Places(file).Prepend(Locate(file)).FirstOrDefault(File.Exists);

    private IEnumerable<string> Places(string file)
    {
        if (Path.IsPathRooted(file) || Exists)
        {
            yield break;
        }

        // The part of the folder outside of the project is unknown here; the longest match is the most reliable.
        var folders = path.Split('/', '\\');
        for (var start = 0; start <= folders.Length; start++)
        {
            yield return Path.GetFullPath(Path.Combine(programFolder, string.Join('/', folders[start..]).TrimStart('/'), file));
        }
    }
}
