namespace Playbooks.Steps.Support;

/// <summary>Finds a file that a playbook refers to.</summary>
/// <param name="sourceFolder">The folder of the playbook's file, as passed to the compiler.</param>
/// <param name="programFolder">The folder of the program.</param>
internal sealed class UploadFile(string sourceFolder, string programFolder)
{
    /// <summary>
    /// Returns the path of the file: next to the playbook; or, if that folder does not exist because the build maps paths or the program was
    /// moved, next to the program, where a file that is copied to the output keeps its relative path.
    /// </summary>
    /// <exception cref="PlaybookException">The file does not exist.</exception>
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

        // The part of the folder outside of the project is unknown here; the longest match is the most reliable.
        var folders = sourceFolder.Split('/', '\\');
        for (var start = 0; start <= folders.Length; start++)
        {
            yield return Path.GetFullPath(Path.Combine(programFolder, string.Join('/', folders[start..]).TrimStart('/'), file));
        }
    }
}
