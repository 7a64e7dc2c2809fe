using System.Globalization;
using Playbooks.Reports;
using Playbooks.Server.Api;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages.Watching;

/// <summary><c>GET /runs/{id}</c> for people: a run, which grows while they look.</summary>
internal static class WatchPage
{
    public static async Task<PageResult> GetAsync(HttpContext http, string id, RunGateway gateway, PlaybooksOptions options, CancellationToken cancellationToken)
    {
        var links = Links.Of(http);
        var run = await WatchedRun.GetAsync(gateway, RunIds.Safe(id), cancellationToken);
        var waiting = run.IsLive && run.Status.Status == RunState.Starting ? await WaitingAsync(gateway, options, cancellationToken) : null;
        return new($"{run.Status.Word()} · {run.Status.Name()}", links, RunView.Of(links, run, RunFilesHere.Of(run), waiting));
    }

    private static async Task<string> WaitingAsync(RunGateway gateway, PlaybooksOptions options, CancellationToken cancellationToken)
    {
        var underWay = (await gateway.ListAsync(new() { Status = RunState.Running, Limit = 1 }, cancellationToken)).Total;
        return underWay < options.MaxConcurrentRuns
            ? "It waits for its browser, and begins in a moment."
            : string.Create(CultureInfo.InvariantCulture, $"It waits for its turn: {ReportWording.Count(underWay, "run")} {(underWay == 1 ? "is" : "are")} under way, and the service executes {options.MaxConcurrentRuns} at once. It begins when one of them ends.");
    }
}
