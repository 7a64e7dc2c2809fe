namespace Playbooks.Hosting;

/// <summary>A change of the options, in the order of its registration. The options are immutable, so it returns others.</summary>
internal sealed record RunOptionsChange(Func<RunOptions, RunOptions> Apply);
