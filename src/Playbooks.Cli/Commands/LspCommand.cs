using System.CommandLine;
using Playbooks.Cli.LanguageServer;

namespace Playbooks.Cli.Commands;

/// <summary><c>lsp</c>: the language server, which editors start.</summary>
internal static class LspCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "lsp",
            "Starts the language server, which an editor talks to on the standard input and output.",
            new Example("", "Is started by an editor. Set it up as docs/editors.md shows."));
        command.SetAction(async (_, cancellationToken) =>
        {
            var (input, output) = terminal.OpenStreams();
            await using (input)
            await using (output)
            {
                return await EditorConnection.RunAsync(input, output, cancellationToken);
            }
        });
        return command;
    }
}
