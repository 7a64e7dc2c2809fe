using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Api;
using Playbooks.Server.Catalog;
using Playbooks.Server.Gateway;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Assistants;

/// <summary>What a coding assistant can do with a service: each method is a tool. Its description is all that an assistant knows about it.</summary>
/// <param name="gateway">Serves the runs.</param>
/// <param name="options">The options of the service.</param>
/// <param name="address">The URL that the endpoints of the service start with.</param>
internal sealed class ServiceTools(RunGateway gateway, PlaybooksOptions options, string address)
{
    private static readonly TimeSpan EvidenceInterval = TimeSpan.FromMilliseconds(100);

    // The time limits of the phases in which the evidence of a run is completed.
    private static readonly TimeSpan EvidenceWait = TimeSpan.FromSeconds(65);

    /// <summary>Lists the playbooks.</summary>
    [McpServerTool(Name = "list_playbooks", ReadOnly = true)]
    [Description("Lists the playbooks that the service can run: id, description, parameters, and outputs.")]
    public async Task<string> ListAsync(CancellationToken cancellationToken)
    {
        var playbooks = JsonSerializer.SerializeToNode(new CatalogList(await gateway.ListPlaybooksAsync(cancellationToken)), ServiceJson.Forms.CatalogList)!["playbooks"]!.AsArray();
        foreach (var playbook in playbooks)
        {
            // Their number is enough to choose a playbook.
            playbook!.AsObject().Remove("steps");
        }

        return playbooks.ToJsonString(ServiceJson.Forms.Options);
    }

    /// <summary>Runs a playbook.</summary>
    [McpServerTool(Name = "run_playbook")]
    [Description("Runs a playbook in a browser of the service. Returns its outcome and outputs, and for a failed run the context of the error: what was expected and seen, and similar names on the page. If the call is canceled, the run is stopped.")]
    public async Task<string> RunAsync(
        [Description("The id of the playbook.")] string playbook,
        [Description("The values of the playbook's parameters, by name: strings, numbers, true, false, and lists. Secret parameters are taken from the configuration of the service.")] Dictionary<string, JsonElement>? parameters = null,
        [Description("The URL that relative URLs resolve against, if not the base URL of the service or of the playbook.")] string? baseUrl = null,
        [Description("The time limit of the run in seconds, if not that of the service.")] int? timeoutSeconds = null,
        IProgress<ProgressNotificationValue>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var request = await ReadAsync(playbook, parameters, baseUrl, timeoutSeconds, cancellationToken);
        var steps = progress is null ? 0 : (await gateway.ListPlaybooksAsync(cancellationToken)).FirstOrDefault(one => one.Id == playbook)?.StepCount ?? 0;
        var run = (await gateway.StartAsync(request, CancellationToken.None)).RunId;
        try
        {
            await FollowAsync(run, progress, steps, cancellationToken);
            return Describe(await FinishedAsync(run, cancellationToken)).Describe(LocationOf(run));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await gateway.StopAsync(run, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Reads a run.</summary>
    [McpServerTool(Name = "read_run", ReadOnly = true)]
    [Description("Returns how a run ended or what it is doing, the context of its error, the URLs of its report and trace, and its last screenshot.")]
    public async Task<IEnumerable<ContentBlock>> ReadRunAsync([Description("The id of the run.")] string run, CancellationToken cancellationToken)
    {
        var evidence = Describe(await gateway.GetAsync(RunIds.Safe(run), cancellationToken));
        return [new TextContentBlock { Text = evidence.Describe(LocationOf(run)) }, .. evidence.ReadLastScreenshot()];
    }

    /// <summary>Proposes to heal a playbook.</summary>
    [McpServerTool(Name = "propose_heal", ReadOnly = true)]
    [Description("Returns the change to a playbook's selectors that the recovery of a run suggests, as a diff. The playbook is not changed.")]
    public async Task<string> ProposeHealAsync([Description("The id of the run.")] string run, CancellationToken cancellationToken) =>
        Describe(await gateway.GetAsync(RunIds.Safe(run), cancellationToken)).ReadHealProposal();

    // Read like the body of a request, so that mistakes are reported alike.
    private static async Task<StartRequest> ReadAsync(string playbook, Dictionary<string, JsonElement>? parameters, string? baseUrl, int? timeoutSeconds, CancellationToken cancellationToken)
    {
        var request = new JsonObject
        {
            ["playbook"] = playbook,
            ["parameters"] = new JsonObject((parameters ?? []).Select(static one => KeyValuePair.Create(one.Key, JsonSerializer.SerializeToNode(one.Value, ServiceJson.Forms.JsonElement)))),
            ["base_url"] = baseUrl,
            ["timeout_seconds"] = timeoutSeconds,
        };
        using var body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(request, ServiceJson.Forms.JsonObject));
        return await StartRequestReader.ReadAsync(body, cancellationToken);
    }

    private async Task FollowAsync(string run, IProgress<ProgressNotificationValue>? progress, int steps, CancellationToken cancellationToken)
    {
        var ended = 0;
        await foreach (var item in gateway.ReadEventsAsync(run, default, cancellationToken))
        {
            if (!item.IsComplete && progress is not null && JsonSerializer.Deserialize(item.Data.Span, LogJson.Record) is ActionRecord { Outcome: { } outcome } step)
            {
                // Steps of a loop are counted each time.
                progress.Report(new()
                {
                    Progress = ++ended,
                    Total = Math.Max(steps, ended),
                    Message = $"{step.Description ?? step.Action}: {outcome.ToString().ToLowerInvariant()}",
                });
            }
        }
    }

    /// <summary>Returns the status of a run once its evidence is complete, or after the time in which it should be.</summary>
    private async Task<RunStatus> FinishedAsync(string run, CancellationToken cancellationToken)
    {
        var start = options.TimeProvider.GetTimestamp();
        var status = await gateway.GetAsync(run, cancellationToken);
        while ((status.Result is null || status.Finalizing) && options.TimeProvider.GetElapsedTime(start) < EvidenceWait)
        {
            await Task.Delay(EvidenceInterval, options.TimeProvider, cancellationToken);
            status = await gateway.GetAsync(run, cancellationToken);
        }

        return status;
    }

    private RunEvidence Describe(RunStatus status) => new(status, Path.Combine(options.Root, status.RunId));

    private Func<string, string> LocationOf(string run) => file => $"{address}/runs/{run}/{(file == RunFiles.Report ? "report" : "recording/trace")}";
}
