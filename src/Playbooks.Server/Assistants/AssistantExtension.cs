using ModelContextProtocol.Server;

namespace Playbooks.Server.Assistants;

/// <summary>
/// Adds tools and resources of the program to <c>/mcp</c>, such as tools that need a compiler. Register an instance as a singleton.
/// </summary>
/// <param name="tools">The tools that are offered in addition to those of the service.</param>
/// <param name="resources">The resources. The service itself has none.</param>
public sealed class AssistantExtension(IReadOnlyList<McpServerTool> tools, IReadOnlyList<McpServerResource> resources)
{
    /// <summary>Gets the tools.</summary>
    public IReadOnlyList<McpServerTool> Tools { get; } = tools;

    /// <summary>Gets the resources.</summary>
    public IReadOnlyList<McpServerResource> Resources { get; } = resources;
}
