namespace Playbooks.Reports;

/// <summary>A step as the log tells of it.</summary>
/// <param name="Path">Its address in the tree of steps.</param>
/// <param name="Records">Its tries, and what became of it after a recovery, in order; at least one.</param>
internal sealed record ReportedStep(string Path, IReadOnlyList<ActionRecord> Records)
{
    /// <summary>The playbook's own tries; none where a recovery agent took the step over before it came to one.</summary>
    public IReadOnlyList<ActionRecord> Tries { get; } = [.. Records.Where(static one => one.IsTry)];

    /// <summary>What decided.</summary>
    public ActionRecord Last => Records[^1];

    /// <summary>Running number, from 1; 0: before the first step.</summary>
    public int Number => Last.Step;

    /// <summary>How it ended; of one that was to be tried again when the run broke off, nothing good is known.</summary>
    public Verdict Verdict => Last.Outcome is { } outcome ? Verdicts.Of(outcome) : Last.Success ? Verdict.Passed : Verdict.Terminated;

    /// <summary>What it is called: its description, else its id, else its action.</summary>
    public string Name => Last.Description ?? Last.StepId ?? (Number == 0 ? "Open the start page" : Last.Action);

    /// <summary>The try that found its element by another selector than the primary; null: none did.</summary>
    public ActionRecord? Drift => Records.LastOrDefault(static one => one.SelectorRank > 0);

    /// <summary>When it began: a record is written when its try ends.</summary>
    public DateTimeOffset StartedAt => BeginOf(Records[0]);

    /// <summary>All tries and the waiting between them, in milliseconds.</summary>
    public double DurationMs => Math.Max(Last.DurationMs, (Last.Timestamp - StartedAt).TotalMilliseconds);

    /// <summary>When a try began.</summary>
    public static DateTimeOffset BeginOf(ActionRecord record) => record.Timestamp - TimeSpan.FromMilliseconds(record.DurationMs);
}
