namespace Playbooks.Server.Pages;

/// <summary>Creates the URLs of the service's pages and files for links.</summary>
/// <param name="Root">The path where the service is mapped, without a trailing slash. Empty for the root of the server.</param>
internal sealed record Links(string Root)
{
    public string Runs => Root + "/";

    public string Start => Root + "/start";

    public string Login => Root + "/login";

    public string Logout => Root + "/logout";

    /// <summary>Creates links from a request to a page, whose endpoint specifies the depth of its path.</summary>
    /// <returns>The links, or null if the endpoint is not a page.</returns>
    public static Links? Find(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageDepth>() is not { } depth)
        {
            return null;
        }

        var path = http.Request.PathBase.Add(http.Request.Path).ToUriComponent().TrimEnd('/');
        for (var parts = depth.Parts; parts > 0; parts--)
        {
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        }

        return new(path);
    }

    /// <summary>Creates links from a request to a page.</summary>
    public static Links From(HttpContext http) =>
        Find(http) ?? throw new InvalidOperationException($"The endpoint of {http.Request.Path} does not declare its depth; see {nameof(PageDepth)}.");

    public string Asset(string name) => $"{Root}/assets/{name}";

    public string Run(string runId) => $"{Root}/runs/{Uri.EscapeDataString(runId)}";

    /// <summary>Returns the URL of a run's JSON. The plain URL returns the run's page to a browser.</summary>
    public string Status(string runId) => Run(runId) + "?format=json";

    public string Timeline(string runId, Streaming.EventPosition after) => FormattableString.Invariant($"{Run(runId)}/timeline?after={after}");

    public string Report(string runId) => Run(runId) + "/report";

    public string Trace(string runId) => Run(runId) + "/recording/trace";

    public string Screenshot(string runId, string name) => $"{Run(runId)}/recording/screenshots/{Uri.EscapeDataString(name)}";

    public string Stop(string runId) => $"{Root}/stop/{Uri.EscapeDataString(runId)}";

    public string StartOf(string playbook) => $"{Start}/{Uri.EscapeDataString(playbook)}";

    /// <summary>Returns the URL of the form that contains the values of a run.</summary>
    public string RunAgain(string playbook, string runId) => $"{StartOf(playbook)}?from={Uri.EscapeDataString(runId)}";
}

/// <summary>Specifies the depth of a page's path below the path where the service is mapped.</summary>
/// <param name="Parts">The number of path segments, such as 2 for <c>/runs/{id}</c>.</param>
internal sealed record PageDepth(int Parts);
