using Playbooks.Storage;

namespace Playbooks.Steps.Support;

/// <summary>Finds a file that a playbook refers to.</summary>
/// <param name="sourceFolder">The folder of the playbook's file, as passed to the compiler.</param>
/// <param name="programFolder">The folder of the program.</param>
internal sealed class UploadFile(string sourceFolder, string programFolder)
{
    private readonly SourceFolder folder = new(sourceFolder, programFolder);

    /// <summary>
    /// Returns the path of the file: next to the playbook; or, if that folder does not exist because the build maps paths or the program was
    /// moved, next to the program.
    /// </summary>
    /// <exception cref="PlaybookException">The file does not exist.</exception>
    public string Find(string file) => folder.Find(file) ?? throw new PlaybookException(
        ErrorCode.StepFailed, $"The file to upload does not exist: {folder.Locate(file)}. Paths are relative to the playbook's folder.");
}
