using System.Globalization;

namespace Playbooks.Cli.Running;

/// <summary>Writes one line for each step of a run when it ends.</summary>
/// <param name="output">Takes the lines.</param>
internal sealed class LiveSteps(TextWriter output) : IStepListener
{
    /// <inheritdoc/>
    public void OnRunStarted(RunStarted started) => output.WriteLine($"{started.Playbook.Name}, run {started.RunId.Text}");

    /// <inheritdoc/>
    public void OnAttemptFailed(AttemptFailed failed)
    {
        if (!failed.IsLast)
        {
            output.WriteLine($"  ~ {Address(failed.Step)}  attempt {failed.Attempt.Number} failed, retrying");
        }
    }

    /// <inheritdoc/>
    public void OnStepEnded(StepResult step)
    {
        var sign = step.IsWarning ? "!" : step.Outcome == Outcome.Failed ? "✗" : "✓";
        output.WriteLine($"  {sign} {Address(step.Info)}  {step.Description ?? $"{step.Info.Action} {step.Input}".TrimEnd()}  {Time(step.Duration)}{Note(step)}");
    }

    /// <inheritdoc/>
    public void OnNote(RunNote noted) => output.WriteLine($"  - {noted.Message}");

    /// <summary>Returns a duration as people read it.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string Note(StepResult step) =>
        (step.Info.IsBlock && step.Output is { Length: > 0 } decided ? $", {decided}" : string.Empty)
        + (step.Drifted ? $" (drift: used {step.SelectorUsed} instead of the primary selector)"
        : step.Attempts.Count > 1 && !step.Info.IsBlock && step.Outcome != Outcome.Failed ? string.Create(CultureInfo.InvariantCulture, $", passed on attempt {step.Attempts.Count}")
        : string.Empty);

    private static string Address(StepInfo step) => step.Path.PadLeft(2);
}
