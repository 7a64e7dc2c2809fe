using System.Text;
using Playbooks.Language;

namespace Playbooks.Cli.Projects;

/// <summary>Finds playbooks and files of cases on the disk, and reads them as the compiler does.</summary>
internal static class PlaybookFiles
{
    private static readonly string[] Endings = [".playbook.yaml", ".playbook.yml"];

    // What a project does not compile by default.
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Determines whether a file is a playbook, by its name.</summary>
    public static bool IsPlaybook(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the playbooks that paths name, in the order of their names.</summary>
    /// <param name="written">Paths of playbooks, and of folders with playbooks.</param>
    /// <param name="terminal">Where relative paths start.</param>
    /// <exception cref="CommandException">A path does not exist, or names no playbook.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> written, Terminal terminal) =>
        [.. written.SelectMany(path => Expand(path, terminal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Returns the full paths of all playbooks in a folder.</summary>
    public static IEnumerable<string> In(string folder) => Files(folder).Where(IsPlaybook);

    /// <summary>Returns the full paths of all files of cases in a folder.</summary>
    public static IEnumerable<string> CaseFilesIn(string folder) => Files(folder).Where(CaseFile.IsCaseFile);

    /// <summary>Returns the full paths of all C# files in a folder.</summary>
    public static IEnumerable<string> CSharpIn(string folder) => Files(folder).Where(IsCSharp);

    /// <summary>Returns the full paths of all files directly in a folder.</summary>
    public static IEnumerable<string> DirectlyIn(string folder) => Directory.EnumerateFiles(folder);

    /// <summary>Determines whether a file is C#, by its name.</summary>
    public static bool IsCSharp(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a text and how its bytes are encoded: by its byte order mark, or UTF-8.</summary>
    public static (string Text, Encoding Encoding) Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return Decode(bytes, Strict);
        }
        catch (DecoderFallbackException)
        {
            // The language reports each character that the bytes did not give.
            return Decode(bytes, Encoding.UTF8);
        }
    }

    /// <summary>Determines whether a folder is a link to another one.</summary>
    public static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static (string Text, Encoding Encoding) Decode(byte[] bytes, Encoding encoding)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        return (text, reader.CurrentEncoding);
    }

    private static List<string> Expand(string written, Terminal terminal)
    {
        var path = terminal.FullPath(written);
        if (Directory.Exists(path))
        {
            var inside = In(path).ToList();
            return inside.Count > 0 ? inside : throw new CommandException($"The folder '{written}' contains no playbooks. The file name of a playbook ends with {Endings[0]} or {Endings[1]}.");
        }

        if (!File.Exists(path))
        {
            throw new CommandException($"The path '{written}' does not exist.");
        }

        return IsPlaybook(path) ? [path] : throw new CommandException($"The file '{written}' is not a playbook. The file name of a playbook ends with {Endings[0]} or {Endings[1]}.");
    }

    private static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var inside in Directory.EnumerateDirectories(folder).Where(IsSearched).SelectMany(Files))
        {
            yield return inside;
        }
    }

    // A hidden folder is a tool's, and a link could lead back to where the search began.
    private static bool IsSearched(string folder) =>
        Path.GetFileName(folder) is var name
        && name[0] != '.'
        && !SkippedFolders.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !IsLink(folder);
}
