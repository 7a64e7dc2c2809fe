using Playbooks.Reports;
using Playbooks.Server.Catalog;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Pages.Watching;

/// <summary>A run as its page shows it: its status and its stored data so far.</summary>
/// <param name="Status">The status of the run.</param>
/// <param name="Stored">The log so far. Without records if nothing is stored here.</param>
/// <param name="Playbook">The playbook as it can be started now, or null if it no longer exists.</param>
internal sealed record WatchedRun(RunStatus Status, StoredRun Stored, CatalogPlaybook? Playbook)
{
    /// <summary>Gets whether more records can follow.</summary>
    public bool IsLive => Status.IsLive() && Stored.End is null;

    /// <summary>Gets the records grouped by step.</summary>
    public ReportedRun Reported { get; } = new(Stored with { Status = Status });

    /// <summary>Gets the number of the playbook's own steps that were reached.</summary>
    public int ReachedSteps => Reported.ReachedCount;

    /// <summary>Gets the position of the last known event.</summary>
    public EventPosition Last => new(Stored.Header.Epoch, Stored.Records.Count == 0 ? 0 : Stored.Records[^1].Id);

    /// <summary>Loads a run.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run does not exist.</exception>
    public static async Task<WatchedRun> GetAsync(RunGateway gateway, string runId, CancellationToken cancellationToken)
    {
        var status = await gateway.GetAsync(runId, cancellationToken);
        var playbooks = await gateway.KnownPlaybooksAsync(cancellationToken);
        return new(status, Read(gateway, status), playbooks.FirstOrDefault(one => one.Id == status.Playbook));
    }

    // A worker can have another output root, but its events are available nevertheless.
    private static StoredRun Read(RunGateway gateway, RunStatus status)
    {
        try
        {
            return gateway.Read(status.RunId);
        }
        catch (Exception failure) when (failure is IOException or PlaybookException { Code: ErrorCode.NotFound })
        {
            return new() { Folder = string.Empty, Header = HeaderOf(status), Status = status };
        }
    }

    private static LogHeader HeaderOf(RunStatus status) => new()
    {
        RunId = status.RunId,
        OriginalId = status.RunId,
        Epoch = status.Epoch,
        Playbook = status.Playbook,
        PlaybookName = status.PlaybookName ?? status.Playbook,
        Case = status.Case,
        SourcePath = string.Empty,
        Parameters = [.. status.Parameters.Select(static one => new NamedText(one.Key, one.Value))],
        StartedAt = status.StartedAt,
    };
}
