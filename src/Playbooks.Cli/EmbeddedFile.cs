namespace Playbooks.Cli;

/// <summary>Reads the files that are part of the tool.</summary>
internal static class EmbeddedFile
{
    /// <summary>Returns the text of a file.</summary>
    /// <param name="name">The name of the resource.</param>
    public static string Read(string name)
    {
        using var text = new StreamReader(typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
