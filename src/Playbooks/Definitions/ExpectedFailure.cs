using Playbooks.Texts;

namespace Playbooks;

/// <summary>Describes the failure that is expected of a run. The run still fails, and its reports say that the failure is expected.</summary>
/// <param name="Part">The text that the error message must contain, case-sensitive. Null accepts any message.</param>
/// <param name="AtStep">The number of the step that must fail, starting at 1. Null accepts any step.</param>
public sealed record ExpectedFailure(string? Part = null, int? AtStep = null)
{
    /// <summary>Determines whether a run failed as expected. A run that was stopped or that exceeded its time limit did not.</summary>
    public bool IsMetBy(PlaybookResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run is { Outcome: Outcome.Failed, ErrorCode: not (ErrorCode.RunTerminated or ErrorCode.Timeout) }
            && (AtStep is null || FailedAt(run, AtStep.Value))
            && (Part is null || GetMessage(run).Contains(Part, StringComparison.Ordinal));
    }

    /// <summary>Determines whether a run failed at a step, or at one inside it: in a branch, an iteration, or a playbook that it calls.</summary>
    /// <param name="run">The run.</param>
    /// <param name="step">The number of the step, starting at 1.</param>
    public static bool FailedAt(PlaybookResult run, int step)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.FailedStep is not { Info: var failed } || run.Playbook.Steps.FirstOrDefault(one => one.Number == step) is not { } expected)
        {
            return false;
        }

        var written = StepPath.AsWritten(failed.Path);
        return written == expected.Path || written.StartsWith(expected.Path + ".", StringComparison.Ordinal);
    }

    /// <summary>Returns the error message of a run without the number and description of the step in front of it. For a failed recovery, the message includes the recovery's.</summary>
    public static string GetMessage(PlaybookResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var error = run.Error ?? string.Empty;
        var ofStep = run.FailedStep?.Error;
        var start = ofStep is null ? -1 : error.IndexOf(ofStep, StringComparison.Ordinal);
        return start < 0 ? ofStep ?? error : error[start..];
    }
}
