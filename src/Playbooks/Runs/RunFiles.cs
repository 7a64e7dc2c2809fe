namespace Playbooks.Runs;

/// <summary>The names of what a run's folder holds, <see cref="StoredRun.Folder"/>. Any of them may be missing.</summary>
public static class RunFiles
{
    /// <summary>The log: the truth, only ever appended to.</summary>
    public const string Log = "actions.jsonl";

    /// <summary>The run at a glance; it can be rebuilt from the log.</summary>
    public const string Status = "status.json";

    /// <summary>The playbook's text as it was compiled, masked.</summary>
    public const string Source = "playbook.yaml";

    /// <summary>Held by the run's process for as long as the run goes on.</summary>
    public const string Lock = "run.lock";

    /// <summary>A folder for each earlier run of the same id, named by its epoch.</summary>
    public const string Earlier = "earlier";

    /// <summary>Playwright's trace, masked.</summary>
    public const string Trace = "trace.zip";

    /// <summary>The folder of screenshots.</summary>
    public const string Screenshots = "screenshots";

    /// <summary>A folder in which the trace is masked. A killed process leaves it behind; nothing in it is named as a trace is, and it never stays.</summary>
    internal const string UnmaskedTrace = ".unmasked-trace";
}
