namespace Playbooks.Steps.Support;

/// <summary>Finds a file that a playbook names.</summary>
/// <param name="sourceFolder">The folder of the playbook's file, as the compiler saw it.</param>
/// <param name="programFolder">The folder of the program that runs.</param>
internal sealed class UploadFile(string sourceFolder, string programFolder)
{
    /// <summary>
    /// Its path: beside the playbook; where that folder is not there, because the build maps paths or the program was moved, beside
    /// the program, where a file that is copied to the output keeps its place in the project.
    /// </summary>
    /// <exception cref="PlaybookException">There is no such file.</exception>
    public string Find(string file)
    {
        var path = Path.GetFullPath(file, Path.GetFullPath(sourceFolder));
        return Places(file).Prepend(path).FirstOrDefault(File.Exists) ?? throw new PlaybookException(
            ErrorCode.StepFailed, $"The file to upload does not exist: {path}. Paths are relative to the playbook's folder.");
    }

    private IEnumerable<string> Places(string file)
    {
        if (Path.IsPathRooted(file) || Directory.Exists(sourceFolder))
        {
            yield break;
        }

        // How much of the folder lies outside the project is not known here: the longest match is the most certain one.
        var folders = sourceFolder.Split('/', '\\');
        for (var start = 0; start <= folders.Length; start++)
        {
            yield return Path.GetFullPath(Path.Combine(programFolder, string.Join('/', folders[start..]).TrimStart('/'), file));
        }
    }
}
