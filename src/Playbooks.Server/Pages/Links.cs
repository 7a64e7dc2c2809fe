namespace Playbooks.Server.Pages;

/// <summary>Addresses of the service's pages and files, as its pages link to them.</summary>
/// <param name="Root">Path below which the service is mapped, without a slash at its end; empty: the server's own root.</param>
internal sealed record Links(string Root)
{
    public string Runs => Root + "/";

    public string Start => Root + "/start";

    public string Login => Root + "/login";

    public string Logout => Root + "/logout";

    /// <summary>From a request to one of the pages, whose endpoint says how deep it lies.</summary>
    /// <returns>Null: it is no page.</returns>
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

    /// <summary>From a request to one of the pages.</summary>
    public static Links Of(HttpContext http) =>
        Find(http) ?? throw new InvalidOperationException($"The endpoint of {http.Request.Path} does not say how deep it lies; see {nameof(PageDepth)}.");

    public string Asset(string name) => $"{Root}/assets/{name}";

    public string Run(string runId) => $"{Root}/runs/{Uri.EscapeDataString(runId)}";

    /// <summary>For programs and the curious: a run's address gives browsers its page.</summary>
    public string Status(string runId) => Run(runId) + "?format=json";

    public string Timeline(string runId, Streaming.EventPosition after) => FormattableString.Invariant($"{Run(runId)}/timeline?after={after}");

    public string Report(string runId) => Run(runId) + "/report";

    public string Trace(string runId) => Run(runId) + "/recording/trace";

    public string Screenshot(string runId, string name) => $"{Run(runId)}/recording/screenshots/{Uri.EscapeDataString(name)}";

    public string Stop(string runId) => $"{Root}/stop/{Uri.EscapeDataString(runId)}";

    public string StartOf(string playbook) => $"{Start}/{Uri.EscapeDataString(playbook)}";

    /// <summary>The form, filled in with what a run was given.</summary>
    public string RunAgain(string playbook, string runId) => $"{StartOf(playbook)}?from={Uri.EscapeDataString(runId)}";
}

/// <summary>How deep a page lies below where the service is mapped.</summary>
/// <param name="Parts">How many parts its path has, such as 2 for <c>/runs/{id}</c>.</param>
internal sealed record PageDepth(int Parts);
