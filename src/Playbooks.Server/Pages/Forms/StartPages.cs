using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api;
using Playbooks.Server.Catalog;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages.Forms;

/// <summary><c>/start</c>: lists the playbooks. <c>/start/{playbook}</c>: shows the form that starts a playbook.</summary>
internal static class StartPages
{
    public static void MapStartPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/start", ListAsync).WithMetadata(new PageDepth(1));
        endpoints.MapGet("/start/{playbook}", ShowAsync).WithMetadata(new PageDepth(2));
        endpoints.MapPost("/start/{playbook}", StartAsync).WithMetadata(new PageDepth(2));
    }

    private static async Task<PageResult> ListAsync(HttpContext http, RunGateway gateway, CancellationToken cancellationToken)
    {
        var links = Links.From(http);
        var text = http.Request.Query["text"].ToString().Trim();
        var all = await gateway.ListPlaybooksAsync(cancellationToken);
        List<CatalogPlaybook> found = [.. all.Where(playbook => Texts(playbook).Any(one => one.Contains(text, StringComparison.OrdinalIgnoreCase)))];
        return new("Start a run", links, PlaybookListView.Render(links, found, text, all.Count));
    }

    private static IEnumerable<string> Texts(CatalogPlaybook playbook) => [playbook.Id, playbook.Name, playbook.Description ?? string.Empty, .. playbook.Tags];

    private static async Task<PageResult> ShowAsync(string playbook, HttpContext http, RunGateway gateway, CancellationToken cancellationToken)
    {
        var known = await FindAsync(gateway, playbook, cancellationToken);
        return http.Request.Query["from"].ToString() is { Length: > 0 } earlier
            ? Page(http, await FormOfAsync(known, RunIds.Safe(earlier), gateway, cancellationToken))
            : Page(http, StartForm.Empty(known));
    }

    private static async Task<IResult> StartAsync(string playbook, HttpContext http, RunGateway gateway, CancellationToken cancellationToken)
    {
        var known = await FindAsync(gateway, playbook, cancellationToken);
        var sent = await FormBody.ReadAsync(http.Request, "Programs must send JSON to POST /runs.", cancellationToken);
        var form = StartForm.From(known, sent);
        try
        {
            // An accepted run continues even if its client disconnects.
            var accepted = await gateway.StartAsync(form.ToRequest(sent), CancellationToken.None);
            return new SeeOther(Links.From(http).Run(accepted.RunId));
        }
        catch (PlaybookException failure)
        {
            var (status, error) = ApiError.From(failure);
            return Page(http, form with { Problems = error.Details, Problem = error.Details.Count == 0 ? error.Message : null }, status);
        }
    }

    private static PageResult Page(HttpContext http, StartForm form, int status = StatusCodes.Status200OK)
    {
        var links = Links.From(http);
        return new($"{(form.IsRefused ? "Not started: " : "Start: ")}{form.Playbook.Name}", links, StartFormView.Render(links, form)) { Status = status };
    }

    private static async Task<StartForm> FormOfAsync(CatalogPlaybook playbook, string runId, RunGateway gateway, CancellationToken cancellationToken)
    {
        var run = await Watching.WatchedRun.GetAsync(gateway, runId, cancellationToken);
        return StartForm.From(playbook, run.Status, run.Stored.Header.BaseUrl);
    }

    private static async Task<CatalogPlaybook> FindAsync(RunGateway gateway, string id, CancellationToken cancellationToken) =>
        (await gateway.ListPlaybooksAsync(cancellationToken)).FirstOrDefault(one => one.Id == id)
        ?? throw new PlaybookException(ErrorCode.NotFound, $"There is no playbook '{id}'. Choose one from the list of playbooks.");
}
