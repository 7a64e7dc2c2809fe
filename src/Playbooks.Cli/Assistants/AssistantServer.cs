using ModelContextProtocol.Server;
using Playbooks.Server.Assistants;

namespace Playbooks.Cli.Assistants;

/// <summary>Serves the tools to a coding assistant, over the Model Context Protocol.</summary>
internal static class AssistantServer
{
    private const string Instructions = "Playbooks are browser flows in YAML. Read the resource playbooks://language before you write one. Write it with write_playbook, correct every finding that it returns, and then run it with run_playbook.";

    /// <summary>Serves until the assistant ends the connection.</summary>
    public static async Task RunAsync(Terminal terminal, Stream input, Stream output, CancellationToken cancellationToken)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new() { Name = CommandLine.Name, Version = typeof(AssistantServer).Assembly.GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = Instructions,
            ToolCollection = [.. ToolsOf(new AssistantTools(terminal)), .. ToolsOf(new ValidationTool(new(terminal)))],
            ResourceCollection = [.. LanguageResources.Create()],
        };
        await using var server = McpServer.Create(new StreamServerTransport(input, output, CommandLine.Name), options);
        await server.RunAsync(cancellationToken);
    }

    /// <summary>Returns what the command line adds to the tools of a service. Writing is not part of it: it takes the rights of a person in the project's folder.</summary>
    public static AssistantExtension ExtensionOf(Terminal terminal) => new([.. ToolsOf(new ValidationTool(new(terminal)))], LanguageResources.Create());

    private static IEnumerable<McpServerTool> ToolsOf(object tools) => ErrorReportingTool.CreateAll(tools, static failure => failure is CommandException);
}
