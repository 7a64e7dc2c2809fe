using System.Globalization;
using System.Runtime.ExceptionServices;
using Playbooks.Execution.Run;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Execution.Steps;

/// <summary>Creates the exception that leaves the generated code when a step has failed for good.</summary>
internal static class StepFailure
{
    /// <summary>Creates the exception.</summary>
    /// <param name="run">The run.</param>
    /// <param name="progress">What the run has done so far.</param>
    /// <param name="failed">The result of the step.</param>
    /// <param name="failure">The reason.</param>
    public static PlaybookStepException Create(RunContext run, RunProgress progress, StepResult failed, Exception failure)
    {
        var error = $"{StepWords.Place(failed.Info, run.Current.Steps.Count, failed.Description)}: {failed.Error}";
        if (progress.Results.FirstOrDefault(one => one.Outcome == Outcome.Recovered && one.Attempts.Count > 1 && one.Info != failed.Info) is { } recovered)
        {
            error = StepWords.Join(
                error,
                $"{StepWords.Place(recovered.Info, run.Current.Steps.Count, recovered.Description)} had failed before and was recovered: {recovered.Attempts[^2].Cause}");
        }

        return new(failed, failed.ErrorCode!.Value, error, MaskedException.Create(failure, run.Mask));
    }

    /// <summary>Gives an exception that is never thrown the stack trace that it would have if the step had thrown it.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="source">The file of the step.</param>
    public static PlaybookStepException AtItsLine(PlaybookStepException failure, PlaybookSource source)
    {
        ExceptionDispatchInfo.SetRemoteStackTrace(failure, string.Create(CultureInfo.InvariantCulture, $"   at step {failure.Step.Info.Path} in {source.Path}:line {failure.Step.Info.Location.Line}{Environment.NewLine}"));
        return failure;
    }
}
