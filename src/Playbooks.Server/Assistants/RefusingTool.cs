using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Playbooks.Server.Assistants;

/// <summary>A tool that answers what it cannot do with its reason, so that the assistant can correct it. The library would hide it.</summary>
public sealed class RefusingTool : DelegatingMcpServerTool
{
    private readonly Func<Exception, bool> isRefusal;

    private RefusingTool(McpServerTool tool, Func<Exception, bool> isRefusal) : base(tool) => this.isRefusal = isRefusal;

    /// <summary>Creates the tools of a class: each method with <see cref="McpServerToolAttribute"/> is one.</summary>
    /// <param name="tools">The instance that the methods are called on.</param>
    /// <param name="isRefusal">Determines whether the message of an exception is meant for the assistant, in addition to those of runs and of the file system.</param>
    public static IEnumerable<McpServerTool> AllOf(object tools, Func<Exception, bool>? isRefusal = null) => tools.GetType()
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(static method => method.IsDefined(typeof(McpServerToolAttribute)))
        .Select(method => new RefusingTool(
            McpServerTool.Create(method, tools),
            failure => failure is PlaybookException or IOException or UnauthorizedAccessException || isRefusal?.Invoke(failure) == true));

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.InvokeAsync(request, cancellationToken);
        }
        catch (Exception refused) when (isRefusal(refused))
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = refused.Message }] };
        }
    }
}
