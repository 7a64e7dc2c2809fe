using System.Globalization;
using Playbooks.Reports;
using Playbooks.Server.Api;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages.Watching;

/// <summary><c>GET /runs/{id}</c> in a browser: shows a run, and updates the page while the run is active.</summary>
internal static class WatchPage
{
    public static async Task<PageResult> GetAsync(HttpContext http, string id, RunGateway gateway, PlaybooksOptions options, CancellationToken cancellationToken)
    {
        var links = Links.From(http);
        var run = await WatchedRun.GetAsync(gateway, RunIds.Safe(id), cancellationToken);
        var waiting = run.IsLive && run.Status.Status == RunState.Starting ? await WaitingAsync(gateway, options, cancellationToken) : null;
        return new($"{run.Status.Word()} · {run.Status.Name()}", links, RunView.Render(links, run, RunFilesHere.From(run), waiting));
    }

    private static async Task<string> WaitingAsync(RunGateway gateway, PlaybooksOptions options, CancellationToken cancellationToken)
    {
        var underWay = (await gateway.ListAsync(new() { Status = RunState.Running, Limit = 1 }, cancellationToken)).Total;
        return underWay < options.MaxConcurrentRuns
            ? "The run is waiting for its browser and will start in a moment."
            : string.Create(CultureInfo.InvariantCulture, $"The run is queued: {ReportWording.Count(underWay, "run")} {(underWay == 1 ? "is" : "are")} active, and the service executes {options.MaxConcurrentRuns} at a time. The run will start when one of them ends.");
    }
}
