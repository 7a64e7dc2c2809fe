namespace Playbooks;

/// <summary>Describes a difference from the last passed run of the same playbook and case.</summary>
/// <param name="Step">The number of the step, starting at 1.</param>
/// <param name="Path">The address of the step in the tree of steps.</param>
/// <param name="What">The kind of difference: <c>selector</c>, <c>result</c>, <c>url</c>, or <c>reached</c>.</param>
/// <param name="LastPassed">The value in the last passed run.</param>
/// <param name="Now">The value in this run.</param>
public sealed record Difference(int Step, string Path, string What, string LastPassed, string Now);

/// <summary>Identifies the last passed run of a playbook and case.</summary>
/// <param name="RunId">The id of the run in its safe form.</param>
/// <param name="Folder">The full path of the run's folder.</param>
/// <param name="StartedAt">The start of the run, in UTC.</param>
public sealed record LastPassedRun(string RunId, string Folder, DateTimeOffset StartedAt);
