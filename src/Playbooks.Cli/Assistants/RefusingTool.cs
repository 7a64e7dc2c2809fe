using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Playbooks.Cli.Assistants;

/// <summary>A tool that answers what it cannot do with its reason, so that the assistant can correct it. The library would hide it.</summary>
/// <param name="tool">The tool.</param>
internal sealed class RefusingTool(McpServerTool tool) : DelegatingMcpServerTool(tool)
{
    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.InvokeAsync(request, cancellationToken);
        }
        catch (Exception refused) when (refused is CommandException or IOException or UnauthorizedAccessException)
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = refused.Message }] };
        }
    }
}
