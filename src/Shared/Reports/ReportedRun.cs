namespace Playbooks.Reports;

/// <summary>A stored run as reports show it, with its records grouped by step.</summary>
internal sealed class ReportedRun
{
    public ReportedRun(StoredRun run)
    {
        Run = run;
        Verdict = Verdicts.From(run.Status.Status, run.Status.Result, run.Status.FailedAsExpected);
        Steps =
        [
            .. run.Actions.Where(static one => one.IsAttempt || one.Outcome is not null)
                .GroupBy(static one => one.Path, static (path, tries) => new ReportedStep(path, [.. tries]))
                .OrderBy(static step => step.Address),
        ];
        RecoveryActions = [.. run.Actions.Where(static one => one.IsRecoveryAction)];
        Problems = [.. run.Problems, .. run.Status.Problems.Except(run.Problems)];
        Failed = Verdict.IsGood() && Verdict != Verdict.Expected ? null
            : run.End?.FailedStep is { } path ? Steps.FirstOrDefault(step => step.Path == path)
            : Steps.LastOrDefault(static step => step.Verdict is Verdict.Failed or Verdict.Terminated && !step.IsWarning);
    }

    /// <summary>Gets the stored run.</summary>
    public StoredRun Run { get; }

    /// <summary>Gets whether the run's folder is in an output root. A folder that was moved aside or copied elsewhere is not.</summary>
    public bool IsInItsFolder => Path.GetFileName(Run.Folder) == Header.RunId && Path.GetDirectoryName(Run.Folder) is not null;

    /// <summary>Gets the header of the log.</summary>
    public LogHeader Header => Run.Header;

    /// <summary>Gets the verdict of the run.</summary>
    public Verdict Verdict { get; }

    /// <summary>Gets the steps that were reached, in order.</summary>
    public IReadOnlyList<ReportedStep> Steps { get; }

    /// <summary>Gets the number of the playbook's own steps that were reached. A step in a loop counts once.</summary>
    public int ReachedCount => Steps.Where(static step => step.Number > 0 && step.Last.Playbook is null).Select(static step => step.Number).Distinct().Count();

    /// <summary>Gets the step that failed or at which the run was interrupted, or null.</summary>
    public ReportedStep? Failed { get; }

    /// <summary>Gets the details of the failure, or null if the run did not fail or did not end regularly.</summary>
    public FailureDetails? Failure => Run.End?.Failure;

    /// <summary>Gets the reason of the failure, or null if the run did not fail.</summary>
    public RunError? Error => Run.Status.Error ?? Run.End?.Error;

    /// <summary>Gets the actions of a recovery agent, in order.</summary>
    public IReadOnlyList<ActionRecord> RecoveryActions { get; }

    /// <summary>Gets the notes of the run.</summary>
    public IEnumerable<NoteRecord> Notes => Run.Records.OfType<NoteRecord>();

    /// <summary>Gets the problems with the stored data, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Gets the duration of the run so far, in milliseconds.</summary>
    public double DurationMs => Math.Max(
        Run.End?.DurationMs ?? Run.Status.DurationMs,
        Steps.Count == 0 ? 0 : (Steps[^1].Last.Timestamp - Header.StartedAt).TotalMilliseconds);

    /// <summary>Gets the file name of the playbook.</summary>
    public string SourceName => Path.GetFileName(Header.SourcePath.Replace('\\', '/'));
}
