namespace Playbooks;

/// <summary>Defines the names of the files and folders in a run's folder (<see cref="StoredRun.Folder"/>). Any of them can be missing.</summary>
public static class RunFiles
{
    /// <summary>The append-only log, which is the source of truth.</summary>
    public const string Log = "actions.jsonl";

    /// <summary>The summary of the run, which can be rebuilt from the log.</summary>
    public const string Status = "status.json";

    /// <summary>The text of the playbook as it was compiled, masked.</summary>
    public const string Source = "playbook.yaml";

    /// <summary>The report for people.</summary>
    public const string Report = "report.html";

    /// <summary>The failure of the run in Markdown, for a model to read. Written only if the run failed.</summary>
    public const string ErrorContext = "error-context.md";

    /// <summary>What a recovery agent did, in Markdown, for a person to review. Written only if an agent was called.</summary>
    public const string Recovery = "recovery.md";

    /// <summary>The change to the playbook that a recovery suggests, as a unified diff. Written only if there is one. <see cref="Heal.Apply"/> applies it.</summary>
    public const string HealPatch = "heal.patch";

    /// <summary>The page that lists all runs. It is next to the runs' folders, not in them.</summary>
    public const string Index = "index.html";

    /// <summary>The lock that the run's process holds while the run is active.</summary>
    public const string Lock = "run.lock";

    /// <summary>The owner of the folder while the run is active. The timestamp of the file is the owner's heartbeat.</summary>
    public const string Owner = "run.owner";

    /// <summary>The folder of earlier runs with the same id, with one folder per epoch.</summary>
    public const string Earlier = "earlier";

    /// <summary>Playwright's trace, masked.</summary>
    public const string Trace = "trace.zip";

    /// <summary>The folder of screenshots.</summary>
    public const string Screenshots = "screenshots";

    /// <summary>The folder of values that are too long for the log. See <see cref="LargeValue"/>.</summary>
    public const string Values = "values";

    /// <summary>The folder of the files that the run has downloaded, with the content that the server sent.</summary>
    public const string Downloads = "downloads";

    /// <summary>The folder in which an earlier version masked traces. It is deleted wherever it is found.</summary>
    internal const string UnmaskedTrace = ".unmasked-trace";
}
