namespace Playbooks.Server.Starting;

/// <summary>The answer to a run that was accepted.</summary>
/// <param name="RunId">The run's id in its safe form.</param>
/// <param name="Status">Where it stands: <c>starting</c>.</param>
/// <param name="StatusUrl">Path of its status, below the service's address.</param>
/// <param name="StreamUrl">Path of its events.</param>
internal sealed record AcceptedRun(string RunId, string Status, string StatusUrl, string StreamUrl)
{
    /// <summary>The playbook that was picked.</summary>
    public required string Playbook { get; init; }
}
