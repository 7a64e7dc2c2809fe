using Playbooks.Storage;

namespace Playbooks.Steps.Support;

/// <summary>The folder of a playbook, relative to which it names files.</summary>
/// <param name="sourceFolder">The folder of the playbook's file, as passed to the compiler.</param>
/// <param name="programFolder">The folder of the program.</param>
internal sealed class PlaybookFolder(string sourceFolder, string programFolder)
{
    private readonly SourceFolder folder = new(sourceFolder, programFolder);

    /// <summary>
    /// Returns the path of the file: next to the playbook; or, if that folder does not exist because the build maps paths or the program was
    /// moved, next to the program.
    /// </summary>
    /// <param name="file">The path as the playbook writes it.</param>
    /// <param name="what">What the file is for, as the beginning of the error.</param>
    /// <param name="code">What fails without the file.</param>
    /// <exception cref="PlaybookException">The file does not exist.</exception>
    public string Find(string file, string what, ErrorCode code = ErrorCode.StepFailed) => folder.Find(file) ?? throw new PlaybookException(
        code, $"{what} does not exist: {folder.Locate(file)}. Paths are relative to the playbook's folder.");
}
