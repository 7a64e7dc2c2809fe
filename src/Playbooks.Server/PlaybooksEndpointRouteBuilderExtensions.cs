using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Assistants;
using Playbooks.Server.Pages;
using Playbooks.Server.Security;

namespace Playbooks.Server;

/// <summary>Provides extension methods to map the run service.</summary>
public static class PlaybooksEndpointRouteBuilderExtensions
{
    /// <summary>Maps the endpoints of the run service, and its web page at <c>/</c>.</summary>
    /// <param name="endpoints">The endpoints of the program, or a group of them with a prefix.</param>
    /// <returns>A builder for conventions that apply to all endpoints of the service.</returns>
    public static IEndpointConventionBuilder MapPlaybooks(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup(string.Empty);
        // What is named first stands inside.
        group.PassGate();
        group.AnswerErrors();
        group.MapOpenApi("/openapi/{documentName}.json").ExcludeFromDescription();
        var api = group.MapGroup(string.Empty).WithGroupName(ServiceDescription.Name);
        api.MapPlaybookList();
        api.MapStartRun();
        api.MapRunList();
        api.MapRunStatus();
        api.MapStopRun();
        api.MapStream();
        api.MapManifest();
        api.MapTrace();
        api.MapScreenshot();
        api.MapValue();
        api.MapReport();
        api.MapHealth();
        group.MapAssistants();
        group.MapPages();
        group.MapTraceOfReport();
        return group;
    }
}
