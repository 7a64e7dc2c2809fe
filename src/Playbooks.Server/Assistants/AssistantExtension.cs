using ModelContextProtocol.Server;

namespace Playbooks.Server.Assistants;

/// <summary>What a program adds to <c>/mcp</c> that the service cannot do by itself, because it has no compiler.</summary>
/// <param name="Tools">The tools.</param>
/// <param name="Resources">The resources.</param>
internal sealed record AssistantExtension(IReadOnlyList<McpServerTool> Tools, IReadOnlyList<McpServerResource> Resources);
