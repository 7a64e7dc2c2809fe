namespace Playbooks.Server.Starting;

/// <summary>The answer to a run that was accepted.</summary>
/// <param name="RunId">The run's id in its safe form.</param>
/// <param name="Playbook">The playbook that was picked.</param>
/// <param name="Status">Where it stands: <c>starting</c>.</param>
/// <param name="StatusUrl">Path of its status.</param>
/// <param name="StreamUrl">Path of its events.</param>
internal sealed record AcceptedRun(string RunId, string Playbook, string Status, string StatusUrl, string StreamUrl)
{
    public static AcceptedRun Of(string runId, string playbook) => new(runId, playbook, "starting", string.Empty, string.Empty);

    /// <summary>With its paths, below the path of all runs.</summary>
    public AcceptedRun Below(string runs) => this with { StatusUrl = $"{runs}/{RunId}", StreamUrl = $"{runs}/{RunId}/stream" };
}
