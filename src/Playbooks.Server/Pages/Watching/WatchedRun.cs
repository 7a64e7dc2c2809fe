

using Playbooks.Reports;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Pages.Watching;

/// <summary>A run as its page shows it: where it stands, and what is stored of it so far.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Stored">Its log so far; without records where nothing is stored here.</param>
/// <param name="Playbook">Its playbook as it can be started now; null: it is not known any more.</param>
internal sealed record WatchedRun(RunStatus Status, StoredRun Stored, CataloguePlaybook? Playbook)
{
    /// <summary>Whether more of it is to come.</summary>
    public bool IsLive => Status.IsLive() && Stored.End is null;

    /// <summary>Its records gathered by step.</summary>
    public ReportedRun Reported { get; } = new(Stored with { Status = Status });

    /// <summary>How many of its steps were reached.</summary>
    public int ReachedSteps => Reported.Steps.Where(static step => step.Number > 0).Select(static step => step.Number).Distinct().Count();

    /// <summary>The last event that is here.</summary>
    public EventPosition Last => new(Stored.Header.Epoch, Stored.Records.Count == 0 ? 0 : Stored.Records[^1].Id);

    /// <summary>Asks for it.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public static async Task<WatchedRun> GetAsync(RunGateway gateway, string runId, CancellationToken cancellationToken)
    {
        var status = await gateway.GetAsync(runId, cancellationToken);
        var playbooks = await gateway.KnownPlaybooksAsync(cancellationToken);
        return new(status, Read(gateway, status), playbooks.FirstOrDefault(one => one.Id == status.Playbook));
    }

    // A worker may keep its folders elsewhere; its events are to be had all the same.
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
