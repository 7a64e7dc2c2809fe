using System.CommandLine;
using Playbooks.Cli.Schema;

namespace Playbooks.Cli.Commands;

/// <summary><c>schema</c>: the JSON schema for editors.</summary>
internal static class SchemaCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var output = new Option<string>("--out", "-o") { Description = "The file to write. The default is standard output." };
        var command = new DocumentedCommand(
            "schema",
            "Writes the JSON schema for playbooks, which lets any YAML editor complete and check them.",
            new("", "Writes the schema to standard output."),
            new($"--out {PlaybookSchema.FileName}", $"Writes a file that playbooks reference in their first line: # yaml-language-server: $schema={PlaybookSchema.FileName}"))
        {
            output,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is { } path)
            {
                File.WriteAllText(terminal.FullPath(path), PlaybookSchema.Write());
            }
            else
            {
                terminal.Output.Write(PlaybookSchema.Write());
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
