namespace Playbooks.Reports;

/// <summary>A stored run as reports show it: its records gathered by step.</summary>
internal sealed class ReportedRun
{
    public ReportedRun(StoredRun run)
    {
        Run = run;
        Verdict = Verdicts.Of(run.Status.Status, run.Status.Result, run.Status.FailedAsExpected);
        Steps = [.. run.Actions.Where(static one => one.IsTry || one.Outcome is not null).GroupBy(static one => one.Path, static (path, tries) => new ReportedStep(path, [.. tries]))];
        RecoveryActions = run.End?.Recovery?.Actions
            ?? [.. run.Actions.Where(static one => !one.IsTry && one.Outcome is null).Select(static one => new RecoveryAction(one.Action, one.SelectorUsed, one.InputSummary))];
        Problems = [.. run.Problems, .. run.Status.Problems.Except(run.Problems)];
        Failed = Verdict.IsGood() && Verdict != Verdict.Expected ? null
            : run.End?.FailedStep is { } path ? Steps.FirstOrDefault(step => step.Path == path)
            : Steps.LastOrDefault(static step => step.Verdict is Verdict.Failed or Verdict.Terminated);
    }

    /// <summary>What was read.</summary>
    public StoredRun Run { get; }

    /// <summary>Whether the run's folder is among those of other runs: one that was set aside, or copied elsewhere, is no run of the folder above it.</summary>
    public bool IsInItsFolder => Path.GetFileName(Run.Folder) == Header.RunId && Path.GetDirectoryName(Run.Folder) is not null;

    /// <summary>What ran.</summary>
    public LogHeader Header => Run.Header;

    /// <summary>How it stands.</summary>
    public Verdict Verdict { get; }

    /// <summary>The steps that were reached, in order.</summary>
    public IReadOnlyList<ReportedStep> Steps { get; }

    /// <summary>The step that failed, or at which the run broke off; null: there is none.</summary>
    public ReportedStep? Failed { get; }

    /// <summary>All that a person needs to see of the failure; null: the run did not fail, or did not live to say.</summary>
    public FailureDetails? Failure => Run.End?.Failure;

    /// <summary>Why it failed; null: it did not.</summary>
    public RunError? Error => Run.Status.Error ?? Run.End?.Error;

    /// <summary>What a recovery agent did instead, in order.</summary>
    public IReadOnlyList<RecoveryAction> RecoveryActions { get; }

    /// <summary>What a person should know of, and that is no action.</summary>
    public IEnumerable<NoteRecord> Notes => Run.Records.OfType<NoteRecord>();

    /// <summary>What is wrong with what was stored, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>How long it took or has taken, in milliseconds.</summary>
    public double DurationMs => Math.Max(
        Run.End?.DurationMs ?? Run.Status.DurationMs,
        Steps.Count == 0 ? 0 : (Steps[^1].Last.Timestamp - Header.StartedAt).TotalMilliseconds);

    /// <summary>The name of the playbook's file.</summary>
    public string SourceName => Path.GetFileName(Header.SourcePath.Replace('\\', '/'));
}
