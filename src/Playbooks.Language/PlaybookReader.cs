namespace Playbooks.Language;

/// <summary>Reads a playbook: YAML to model, with every finding of the file.</summary>
public static class PlaybookReader
{
    /// <summary>Reads one file's text. No text, however broken, makes it throw.</summary>
    /// <param name="path">The file's path, for names and messages; nothing is read from it.</param>
    /// <param name="text">The file's text, with or without a byte order mark.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static PlaybookFile Read(string path, string text, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The reader comes with the next commit.");
}
