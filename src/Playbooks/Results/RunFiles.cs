namespace Playbooks;

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

    /// <summary>Who has the folder for itself while the run goes on; its time is the owner's heartbeat.</summary>
    public const string Owner = "run.owner";

    /// <summary>A folder for each earlier run of the same id, named by its epoch.</summary>
    public const string Earlier = "earlier";

    /// <summary>Playwright's trace, masked.</summary>
    public const string Trace = "trace.zip";

    /// <summary>The folder of screenshots.</summary>
    public const string Screenshots = "screenshots";

    /// <summary>The folder of texts that are too long for the log; see <see cref="LargeValue"/>.</summary>
    public const string Values = "values";

    /// <summary>The folder in which an earlier version masked traces; it is removed wherever it is found.</summary>
    internal const string UnmaskedTrace = ".unmasked-trace";
}
