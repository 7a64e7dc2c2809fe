using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Playbooks.Server.Assistants;

/// <summary>Wraps a tool so that the message of a failure reaches the assistant, which can then correct its call. Without this wrapper, the MCP library hides the message.</summary>
public sealed class ErrorReportingTool : DelegatingMcpServerTool
{
    private readonly Func<Exception, bool> isReportable;

    private ErrorReportingTool(McpServerTool tool, Func<Exception, bool> isReportable) : base(tool) => this.isReportable = isReportable;

    /// <summary>Creates a tool from each public instance method that has the <see cref="McpServerToolAttribute"/>.</summary>
    /// <param name="tools">The instance that the methods are called on.</param>
    /// <param name="isReportable">Determines whether the message of an exception can be reported to the assistant. The messages of playbook and file system exceptions are always reported.</param>
    public static IEnumerable<McpServerTool> CreateAll(object tools, Func<Exception, bool>? isReportable = null) => tools.GetType()
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(static method => method.IsDefined(typeof(McpServerToolAttribute)))
        .Select(method => new ErrorReportingTool(
            McpServerTool.Create(method, tools),
            failure => failure is PlaybookException or IOException or UnauthorizedAccessException || isReportable?.Invoke(failure) == true));

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.InvokeAsync(request, cancellationToken);
        }
        catch (Exception failure) when (isReportable(failure))
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = failure.Message }] };
        }
    }
}
