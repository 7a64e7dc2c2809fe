using System.CommandLine;
using Playbooks.Cli.Assistants;

namespace Playbooks.Cli.Commands;

/// <summary><c>mcp</c>: the tools for coding assistants.</summary>
internal static class McpCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "mcp",
            "Serves tools to a coding assistant over the Model Context Protocol, using standard input and output. The current folder is the project.",
            new Example("", "Started by an assistant. docs/assistants.md shows how to set it up."));
        command.SetAction(async (_, cancellationToken) =>
        {
            var (input, output) = terminal.OpenStreams();
            await using (input)
            await using (output)
            {
                await AssistantServer.RunAsync(terminal, input, output, cancellationToken);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
