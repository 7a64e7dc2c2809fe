using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Assistants;

/// <summary><c>/mcp</c>: the tools for coding assistants, over the Model Context Protocol.</summary>
internal static class AssistantEndpoint
{
    private const string Path = "/mcp";
    private const string Instructions = "Playbooks are browser flows that this service runs. Call list_playbooks to see which there are and which parameters they take, and run_playbook to run one. If a run fails, its answer has the context of the error; read_run adds the last screenshot.";

    /// <summary>Registers the protocol. A program can have an endpoint of its own for it, which keeps its tools and options.</summary>
    public static void AddAssistants(this IServiceCollection services)
    {
        // A client of an earlier version of the protocol cancels a call by a second request, which only a session connects with the first.
        services.AddMcpServer().WithHttpTransport(static transport => transport.SessionMode = HttpServerSessionMode.StatefulForInitializeClients);
        services.PostConfigure<HttpServerTransportOptions>(static transport =>
        {
            var configureOther = transport.ConfigureSessionOptions;
            transport.ConfigureSessionOptions = (http, server, cancellationToken) =>
            {
                if (http.GetEndpoint()?.Metadata.GetMetadata<AssistantMetadata>() is null)
                {
                    return configureOther?.Invoke(http, server, cancellationToken) ?? Task.CompletedTask;
                }

                Configure(http, server);
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Maps the endpoint.</summary>
    public static void MapAssistants(this IEndpointRouteBuilder endpoints) => endpoints.MapMcp(Path).WithMetadata(new AssistantMetadata()).ExcludeFromDescription();

    // What the program has set for an endpoint of its own does not belong here.
    private static void Configure(HttpContext http, McpServerOptions server)
    {
        var services = http.RequestServices;
        var extension = services.GetService<AssistantExtension>();
        server.ServerInfo = new() { Name = "playbooks", Version = typeof(AssistantEndpoint).Assembly.GetName().Version?.ToString(3) ?? "0" };
        server.ServerInstructions = Instructions;
        server.ToolCollection = [.. ErrorReportingTool.CreateAll(new ServiceTools(services.GetRequiredService<RunGateway>(), services.GetRequiredService<PlaybooksOptions>(), AddressOf(http.Request))), .. extension?.Tools ?? []];
        server.ResourceCollection = [.. extension?.Resources ?? []];
        server.PromptCollection = null;
    }

    private static string AddressOf(HttpRequest request)
    {
        var path = request.Path.Value!.TrimEnd('/');
        return $"{request.Scheme}://{request.Host}{request.PathBase}{path[..^Path.Length]}";
    }

    private sealed class AssistantMetadata;
}
