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
            "Starts the language server, which an editor talks to over standard input and output.",
            new Example("", "Started by an editor. docs/editors.md shows how to set it up."));
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
