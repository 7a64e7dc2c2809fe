namespace Playbooks.Server.Starting;

/// <summary>The response for an accepted run.</summary>
/// <param name="RunId">The id of the run in its safe form.</param>
/// <param name="Playbook">The id of the selected playbook.</param>
/// <param name="Status">The state of the run: <c>starting</c>.</param>
/// <param name="StatusUrl">The URL path of the status.</param>
/// <param name="StreamUrl">The URL path of the events.</param>
internal sealed record AcceptedRun(string RunId, string Playbook, string Status, string StatusUrl, string StreamUrl)
{
    public static AcceptedRun Create(string runId, string playbook) => new(runId, playbook, "starting", string.Empty, string.Empty);

    /// <summary>Returns the response with its URL paths, relative to the path of all runs.</summary>
    public AcceptedRun Below(string runs) => this with { StatusUrl = $"{runs}/{RunId}", StreamUrl = $"{runs}/{RunId}/stream" };
}
