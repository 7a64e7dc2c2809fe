using System.CommandLine;
using System.Text;
using Playbooks.Cli.Findings;
using Playbooks.Cli.Formatting;
using Playbooks.Cli.Projects;

namespace Playbooks.Cli.Commands;

/// <summary><c>format</c>: one layout for all playbooks.</summary>
internal static class FormatCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = PathsArgument.Create("The playbooks to format, and folders whose playbooks are formatted.");
        var check = new Option<bool>("--check") { Description = "Changes nothing, and exits with 1 if a playbook is not formatted." };
        var command = new DocumentedCommand(
            "format",
            "Formats playbooks in one consistent layout: indentation, spaces, and blank lines. Comments, quotes, and the order of keys do not change.",
            new("Playbooks", "Formats all playbooks in a folder."),
            new(". --check", "Checks the layout, for example in a CI job."))
        {
            paths,
            check,
        };
        command.SetAction(parsed =>
        {
            var isCheck = parsed.GetValue(check);
            var ends = PlaybookFiles.Expand(parsed.GetRequiredValue(paths), terminal).Select(path => Format(path, isCheck, terminal)).ToList();
            var (done, failed) = (ends.Count(static end => end == End.Changed), ends.Count(static end => end == End.Unreadable));
            terminal.Error.WriteLine(failed > 0 ? "A playbook that cannot be read cannot be formatted."
                : done == 0 ? "All playbooks are formatted."
                : isCheck ? $"Run '{CommandLine.Name} format' to format the listed playbooks."
                : "The listed playbooks were formatted.");
            return failed > 0 || (isCheck && done > 0) ? ExitCodes.Failure : ExitCodes.Success;
        });
        return command;
    }

    private static End Format(string path, bool isCheck, Terminal terminal)
    {
        var (text, encoding) = PlaybookFiles.Read(path);
        var formatted = PlaybookFormatter.Format(text, out var problem);
        if (problem is not null)
        {
            terminal.Output.WriteLine(TextFindings.Line(new(path, problem), terminal));
            return End.Unreadable;
        }

        if (formatted == text)
        {
            return End.Unchanged;
        }

        terminal.Output.WriteLine(terminal.Shown(path));
        if (!isCheck)
        {
            Write(path, formatted, encoding);
        }

        return End.Changed;
    }

    // The byte order mark is read as no part of the text.
    private static void Write(string path, string text, Encoding encoding)
    {
        var hasMark = File.ReadAllBytes(path).AsSpan().StartsWith(encoding.Preamble) && encoding.Preamble.Length > 0;
        var bytes = encoding.GetBytes(text);
        File.WriteAllBytes(path, hasMark ? [.. encoding.Preamble, .. bytes] : bytes);
    }

    private enum End
    {
        Unchanged,
        Changed,
        Unreadable,
    }
}
