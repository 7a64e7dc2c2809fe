namespace Playbooks;

/// <summary>The environment of a GitHub Actions job.</summary>
/// <param name="Workspace">The full path of the checked-out repository, or null if it is unknown.</param>
/// <param name="SummaryPath">The file to which the job summary is appended, or null to write no summary.</param>
public sealed record GitHubActions(string? Workspace, string? SummaryPath);
