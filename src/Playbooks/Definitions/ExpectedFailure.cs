namespace Playbooks;

/// <summary>The failure that is expected of a run: the run fails all the same, and its reports say that it should.</summary>
/// <param name="Part">Part of what a person is told, case-sensitive; null: anything.</param>
/// <param name="AtStep">The running number of the step that fails, from 1; null: any.</param>
public sealed record ExpectedFailure(string? Part = null, int? AtStep = null)
{
    /// <summary>Whether a run failed so. A run that was stopped, or that took longer than its time, did not.</summary>
    public bool IsMetBy(PlaybookResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run is { Outcome: Outcome.Failed, ErrorCode: not (ErrorCode.RunTerminated or ErrorCode.Timeout) }
            && (AtStep is null || FailedStep(run)?.Info.Number == AtStep)
            && (Part is null || ToldBy(run).Contains(Part, StringComparison.Ordinal));
    }

    /// <summary>The step that a run failed at; null: it failed outside its steps, or not at all.</summary>
    public static StepResult? FailedStep(PlaybookResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Steps.Count > 0 && run.Steps[^1].Outcome == Outcome.Failed ? run.Steps[^1] : null;
    }

    /// <summary>What a person is told, of a failed recovery too, but without the step's number and description before it.</summary>
    public static string ToldBy(PlaybookResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var error = run.Error ?? string.Empty;
        var ofStep = FailedStep(run)?.Error;
        var start = ofStep is null ? -1 : error.IndexOf(ofStep, StringComparison.Ordinal);
        return start < 0 ? ofStep ?? error : error[start..];
    }
}
