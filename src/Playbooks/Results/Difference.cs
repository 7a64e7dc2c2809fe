namespace Playbooks;

/// <summary>Something in which a run differs from the last one of the same playbook and case that passed.</summary>
/// <param name="Step">Running number of the step.</param>
/// <param name="Path">The step's address in the tree of steps.</param>
/// <param name="What">What differs: <c>selector</c>, <c>result</c>, <c>url</c> or <c>reached</c>.</param>
/// <param name="LastPassed">How it was in the run that passed.</param>
/// <param name="Now">How it is now.</param>
public sealed record Difference(int Step, string Path, string What, string LastPassed, string Now);

/// <summary>The last run of a playbook and case that passed.</summary>
/// <param name="RunId">Its id in the safe form.</param>
/// <param name="Folder">Full path of its folder.</param>
/// <param name="StartedAt">When it began, in UTC.</param>
public sealed record LastPassedRun(string RunId, string Folder, DateTimeOffset StartedAt);
