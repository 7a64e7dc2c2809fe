using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
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
        .WithSummary("The runs, the newest first; live, else stored.")
        .Asks("playbook", "Only runs of this playbook.", """{"type":"string"}""")
        .Asks("status", "Only runs that stand there.", """{"type":"string","enum":["starting","running","completed","failed","timeout","terminated"]}""")
        .Asks("result", "Only runs that ended so.", """{"type":"string","enum":["passed","flaky","recovered","failed"]}""")
        .Asks("text", "Only runs whose id, case, error or a parameter's value holds this.", """{"type":"string"}""")
        .Asks("before", "Only runs older than the one of this id: the next page.", """{"type":"string"}""")
        .Asks("limit", "How many.", $$"""{"type":"integer","minimum":1,"maximum":{{MostRuns}},"default":{{RunFilter.UsualLimit}} }""")
        .Answers(StatusCodes.Status200OK, "The runs.", "application/json")
        .Refuses(StatusCodes.Status400BadRequest, "The query is not as it should be.");

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
            return TypedResults.Redirect($"./{http.Request.QueryString}");
        }

        var page = await gateway.ListAsync(FilterOf(http.Request.Query), cancellationToken);
        return StatusJson.Of(page);
    }
}
