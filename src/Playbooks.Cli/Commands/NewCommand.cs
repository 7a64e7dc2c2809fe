using System.CommandLine;
using Playbooks.Cli.Projects;
using Playbooks.Cli.Schema;
using Playbooks.Language;

namespace Playbooks.Cli.Commands;

/// <summary><c>new</c>: a first playbook to change, and the schema for editors beside the project.</summary>
internal static class NewCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "The id of the playbook: lowercase letters, digits, and underscores." };
        var folder = new Option<string>("--folder") { Description = "The folder for the file. The default is the current folder.", DefaultValueFactory = _ => "." };
        var url = new Option<string?>("--url") { Description = "The page that the playbook opens. The default is a page that the playbook contains, so that it passes anywhere." };
        var command = new DocumentedCommand(
            "new",
            "Creates a starter playbook that opens a page and checks it.",
            new("cancel_order", "Creates cancel_order.playbook.yaml in the current folder."),
            new("cancel_order --folder Playbooks --url https://shop.example.com/orders", "Creates the playbook in a folder, for a page."))
        {
            id,
            folder,
            url,
        };
        command.SetAction(parsed =>
        {
            Write(parsed.GetRequiredValue(id), parsed.GetValue(url), terminal.FullPath(parsed.GetRequiredValue(folder)), terminal);
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(string id, string? url, string folder, Terminal terminal)
    {
        var path = Path.Combine(folder, id + ".playbook.yaml");
        var schema = Path.Combine(FindProject(folder)?.Folder ?? folder, PlaybookSchema.FileName);
        var text = Text(id, url, Path.GetRelativePath(folder, schema).Replace('\\', '/'));
        if (PlaybookReader.Read(path, text).Findings.FirstOrDefault(static finding => finding.Rule.Severity == FindingSeverity.Error) is { } mistake)
        {
            throw new CommandException($"The playbook cannot be created: {mistake.Message}");
        }

        if (File.Exists(path))
        {
            throw new CommandException($"The file '{terminal.Shown(path)}' already exists. Choose another id or folder.");
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(path, text);
        File.WriteAllText(schema, PlaybookSchema.Write());
        terminal.Output.WriteLine($"Created {terminal.Shown(path)}");
        terminal.Output.WriteLine($"Editors complete and check the playbook with {terminal.Shown(schema)}");
    }

    // A folder that is still to be created belongs to the project above it.
    private static ProjectFolder? FindProject(string folder)
    {
        var existing = folder;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        return ProjectFolder.Find(existing);
    }

    private static string Text(string id, string? url, string schema)
    {
        var text = EmbeddedFile.Read("first_look.playbook.yaml").ReplaceLineEndings("\n")
            .Replace("$schema=../playbook.schema.json", $"$schema={schema}", StringComparison.Ordinal)
            .Replace("id: first_look\n", $"id: {id}\n", StringComparison.Ordinal);
        // The URL is a quoted text, so that whatever it holds is the URL.
        return url is null ? text : text.Replace("\"data:text/html,<h1>Hello</h1>\"", $"\"{url.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal);
    }
}
