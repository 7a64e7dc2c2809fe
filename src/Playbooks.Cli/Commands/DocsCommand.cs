using System.CommandLine;
using Playbooks.Cli.Documentation;

namespace Playbooks.Cli.Commands;

/// <summary><c>docs</c>: the documentation as a site.</summary>
internal static class DocsCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var output = new Option<string>("--out", "-o") { Description = "The folder to write to. It must be empty, or contain an earlier site.", DefaultValueFactory = static _ => "playbooks-docs" };
        var command = new DocumentedCommand(
            "docs",
            "Writes the documentation of this version as a searchable site that needs no server.",
            new("", "Writes the site to the folder playbooks-docs."),
            new("--out public", "Writes the site to the folder public."))
        {
            output,
        };
        command.SetAction(parsed =>
        {
            var folder = terminal.FullPath(parsed.GetRequiredValue(output));
            Write(folder, terminal);
            terminal.Output.WriteLine($"Open {terminal.Shown(Path.Combine(folder, "index.html"))}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(string folder, Terminal terminal)
    {
        // Other pages must not be lost because of a mistyped folder.
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, DocumentationSite.SearchIndex)))
        {
            throw new CommandException($"The folder '{terminal.Shown(folder)}' contains other files. Choose an empty folder, or one that an earlier 'playbooks docs' has written.");
        }

        foreach (var (name, text) in DocumentationSite.Create())
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
