namespace Playbooks.Cli;

/// <summary>What a command works with instead of the process: tests give it their own.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where messages for people go that are not results.</param>
/// <param name="Folder">The full path of the folder that relative paths start from.</param>
/// <param name="Environment">Looks up an environment variable.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, string Folder, Func<string, string?> Environment)
{
    /// <summary>Gets where a person types.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Gets what opens the standard input and output for a protocol; nothing else may write to them afterwards.</summary>
    public Func<(Stream Input, Stream Output)> OpenStreams { get; init; } = static () => (Stream.Null, Stream.Null);

    /// <summary>Returns the full path of a path as it was written.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);

    /// <summary>Returns a path as people read it: relative if it is inside the current folder.</summary>
    public string Shown(string path) => Shorten(path) is { } inside ? inside : path;

    /// <summary>Returns a text in which paths inside the current folder are relative.</summary>
    public string ShownIn(string text) => text.Replace(Prefix, string.Empty, StringComparison.Ordinal);

    private string Prefix => Path.EndsInDirectorySeparator(Folder) ? Folder : Folder + Path.DirectorySeparatorChar;

    private string? Shorten(string path) => path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : null;
}
