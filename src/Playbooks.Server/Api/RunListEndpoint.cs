using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs</c>: lists runs, newest first.</summary>
internal static class RunListEndpoint
{
    /// <summary>The maximum number of runs in a response.</summary>
    private const int MostRuns = 1000;

    public static void MapRunList(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs", ListAsync)
        .WithName("ListRuns")
        .WithSummary("Lists the runs, newest first.")
        .Asks("playbook", "Only runs of this playbook.", """{"type":"string"}""")
        .Asks("status", "Only runs with this status.", """{"type":"string","enum":["starting","running","completed","failed","timeout","terminated"]}""")
        .Asks("result", "Only runs with this outcome.", """{"type":"string","enum":["passed","flaky","recovered","failed"]}""")
        .Asks("text", "Only runs with this text in the id, the case, the error, or a parameter value.", """{"type":"string"}""")
        .Asks("before", "Only runs older than the run with this id, for the next page.", """{"type":"string"}""")
        .Asks("limit", "The maximum number of runs.", $$"""{"type":"integer","minimum":1,"maximum":{{MostRuns}},"default":{{RunFilter.UsualLimit}} }""")
        .Answers(StatusCodes.Status200OK, "The runs.", "application/json")
        .Refuses(StatusCodes.Status400BadRequest, "The query is invalid.");

    /// <summary>Creates a filter from a query.</summary>
    /// <exception cref="RefusedException">The query is invalid.</exception>
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
            return TypedResults.Redirect($"./{http.Request.QueryString}");
        }

        var page = await gateway.ListAsync(FilterOf(http.Request.Query), cancellationToken);
        return StatusJson.Create(page);
    }
}
