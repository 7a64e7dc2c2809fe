using Microsoft.AspNetCore.Routing;
using Playbooks.Runs.Status;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs</c>: the newest first.</summary>
internal static class RunListEndpoint
{
    /// <summary>The most runs that are given at once.</summary>
    private const int MostRuns = 1000;

    public static void MapRunList(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs", ListAsync)
        .WithName("ListRuns")
        .WithSummary("The runs, the newest first; live, else stored.");

    /// <summary>The filter that a query asks for.</summary>
    /// <exception cref="RefusedException">It is not as it should be.</exception>
    public static RunFilter FilterOf(IQueryCollection query)
    {
        var reader = new QueryReader(query, "playbook", "status", "result", "text", "before", "limit");
        return new()
        {
            Playbook = reader.Text("playbook"),
            Status = reader.Word<RunState>("status"),
            Result = reader.Word<Outcome>("result"),
            Text = reader.Text("text"),
            Before = reader.Text("before"),
            Limit = (int)(reader.Number("limit", 1, MostRuns) ?? RunFilter.UsualLimit),
        };
    }

    private static async Task<IResult> ListAsync(HttpContext http, RunGateway gateway, CancellationToken cancellationToken)
    {
        if (BrowserRequest.WantsPage(http))
        {
            return TypedResults.Redirect($"{http.Request.PathBase}/{http.Request.QueryString}");
        }

        var page = await gateway.ListAsync(FilterOf(http.Request.Query), cancellationToken);
        return StatusJson.Of(page);
    }
}
