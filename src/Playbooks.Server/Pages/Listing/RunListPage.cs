using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Catalog;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages.Listing;

/// <summary><c>GET /</c>: shows all runs.</summary>
internal static class RunListPage
{
    public static void MapRunListPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", GetAsync).WithMetadata(new PageDepth(0));

        // A report links to the index page of its output root, which is this list.
        endpoints.MapGet($"/runs/{RunFiles.Index}", static (HttpContext http) => new SeeOther(Links.From(http).Runs)).WithMetadata(new PageDepth(2));
    }

    private static async Task<PageResult> GetAsync(HttpContext http, RunGateway gateway, PlaybooksOptions options, CancellationToken cancellationToken)
    {
        var links = Links.From(http);
        var query = RunListQuery.From(http.Request.Query);
        var found = await gateway.ListAsync(query.ToFilter(), cancellationToken);
        var playbooks = await gateway.KnownPlaybooksAsync(cancellationToken);
        var rows = found.Runs.Select(status => Row(status, gateway, playbooks)).ToList();
        return new("Runs", links, RunListView.Render(links, new(query, rows, found.Total, found.HasMore, playbooks, options.TimeProvider.GetUtcNow())));
    }

    private static RunRow Row(RunStatus status, RunGateway gateway, IReadOnlyList<CatalogPlaybook> playbooks) => status.Status == RunState.Running
        ? new(status, LastStep(status.RunId, gateway), playbooks.FirstOrDefault(one => one.Id == status.Playbook)?.StepCount)
        : new(status, null, null);

    private static int? LastStep(string runId, RunGateway gateway)
    {
        try
        {
            return gateway.Read(runId).Actions.LastOrDefault(static action => action.IsAttempt)?.Step;
        }
        catch (Exception failure) when (failure is PlaybookException or IOException)
        {
            // The worker has another output root, but its active runs are known nevertheless.
            return null;
        }
    }
}
