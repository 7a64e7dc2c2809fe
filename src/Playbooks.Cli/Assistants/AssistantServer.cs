using System.Reflection;
using ModelContextProtocol.Server;
using Playbooks.Cli.Documentation;
using Playbooks.Cli.Schema;

namespace Playbooks.Cli.Assistants;

/// <summary>Serves the tools to a coding assistant, over the Model Context Protocol.</summary>
internal static class AssistantServer
{
    private const string Instructions = "Playbooks are browser flows in YAML. Read the resource playbooks://language before you write one. Write it with write_playbook, correct every finding that it returns, and then run it with run_playbook.";

    /// <summary>Serves until the assistant ends the connection.</summary>
    public static async Task RunAsync(Terminal terminal, Stream input, Stream output, CancellationToken cancellationToken)
    {
        var tools = new AssistantTools(terminal);
        var options = new McpServerOptions
        {
            ServerInfo = new() { Name = CommandLine.Name, Version = typeof(AssistantServer).Assembly.GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = Instructions,
            ToolCollection = [.. typeof(AssistantTools).GetMethods().Where(static method => method.IsDefined(typeof(McpServerToolAttribute))).Select(method => new RefusingTool(McpServerTool.Create(method, tools)))],
            ResourceCollection =
            [
                Resource("playbooks://language", "language", "The reference of the playbook language, with every key and action.", "text/markdown", static () => DocumentationPages.Read("docs/language.md")),
                Resource("playbooks://schema", "schema", "The JSON schema of playbooks.", "application/schema+json", PlaybookSchema.Write),
            ],
        };
        await using var server = McpServer.Create(new StreamServerTransport(input, output, CommandLine.Name), options);
        await server.RunAsync(cancellationToken);
    }

    private static McpServerResource Resource(string uri, string name, string description, string mediaType, Func<string> read) =>
        McpServerResource.Create(read, new() { UriTemplate = uri, Name = name, Description = description, MimeType = mediaType });
}
