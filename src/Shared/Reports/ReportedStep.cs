namespace Playbooks.Reports;

/// <summary>A step as recorded in the log.</summary>
/// <param name="Path">The address of the step in the tree of steps.</param>
/// <param name="Records">The attempts, and the result after a recovery, in order. Contains at least one record.</param>
internal sealed record ReportedStep(string Path, IReadOnlyList<ActionRecord> Records)
{
    /// <summary>Gets the playbook's own attempts. Empty if a recovery agent completed the step before its first attempt.</summary>
    public IReadOnlyList<ActionRecord> Tries { get; } = [.. Records.Where(static one => one.IsAttempt)];

    /// <summary>Gets the record that determines the result.</summary>
    public ActionRecord Last => Records[^1];

    /// <summary>Gets the address of the step. The start page has none, and comes first.</summary>
    public StepAddress Address => StepAddress.TryParse(Path, out var address) ? address : default;

    /// <summary>Gets the number of the step, starting at 1, or 0 before the first step.</summary>
    public int Number => Last.Step;

    /// <summary>Gets the verdict of the step. A step that was to be attempted again when the run was interrupted counts as failed.</summary>
    public Verdict Verdict => Last.Outcome is { } outcome ? Verdicts.From(outcome) : Last.Success ? Verdict.Passed : Verdict.Terminated;

    /// <summary>Gets whether the step failed and the run continued, because the step is optional or was attempted again.</summary>
    public bool IsWarning => Verdict == Verdict.Failed && (Last.Optional == true || Last.AttemptedAgain == true);

    /// <summary>Gets why the run continued after the step failed.</summary>
    public string Tolerance => Last.AttemptedAgain == true ? "attempted again" : "optional";

    /// <summary>Gets the name of the step: its description, or else its id, or else its action.</summary>
    public string Name => Last.Description ?? Last.StepId ?? (Number == 0 ? "Open the start page" : Last.Action);

    /// <summary>Gets the attempt in which a fallback found the element, or null.</summary>
    public ActionRecord? Drift => Records.LastOrDefault(static one => one.SelectorRank > 0);

    /// <summary>Gets the start of the step. A record is written when its attempt ends.</summary>
    public DateTimeOffset StartedAt => BeginOf(Records[0]);

    /// <summary>Gets the duration of all attempts, including the delays between them, in milliseconds.</summary>
    public double DurationMs => Math.Max(Last.DurationMs, (Last.Timestamp - StartedAt).TotalMilliseconds);

    /// <summary>Returns the start of an attempt.</summary>
    public static DateTimeOffset BeginOf(ActionRecord record) => record.Timestamp - TimeSpan.FromMilliseconds(record.DurationMs);
}
