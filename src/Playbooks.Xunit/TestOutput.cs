using System.Globalization;

namespace Playbooks.Xunit;

/// <summary>Writes the steps of a run to the output of a test.</summary>
internal sealed class TestOutput(ITestOutputHelper output) : IStepListener
{
    public void OnRunStarted(RunStarted started)
    {
        ArgumentNullException.ThrowIfNull(started);
        var values = string.Join(", ", started.Values.Select(static value => $"{value.Name}: {value.Text}"));
        Write($"{started.Playbook.Name}{(values.Length == 0 ? "" : $" ({values})")}, run {started.RunId}");
    }

    public void OnAttemptFailed(AttemptFailed failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        if (!failed.IsLast)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"  … {failed.Step.Path,2} {failed.Step.Description ?? failed.Step.Action}: attempt failed, retrying"));
        }
    }

    public void OnStepEnded(StepResult step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var mark = step.IsWarning ? "!" : step.Outcome switch { Outcome.Passed => "✓", Outcome.Flaky => "↻", Outcome.Recovered => "◆", _ => "✗" };
        var drift = step.Drifted ? $", found by a fallback: {step.SelectorUsed}" : "";
        var decided = step.Info.IsBlock && step.Output is { Length: > 0 } output ? ", " + output : "";
        Write(string.Create(CultureInfo.InvariantCulture, $"  {mark} {step.Info.Path,2} {step.Description ?? (step.Info.IsBlock ? $"{step.Info.Action} {step.Input}" : step.Input)} ({step.Duration.TotalSeconds:0.00} s{drift}{decided})"));
    }

    public void OnRunEnded(PlaybookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Write(string.Create(CultureInfo.InvariantCulture, $"{result.Outcome} after {result.Duration.TotalSeconds:0.00} s"));
    }

    /// <summary>Writes the location of a run's evidence, and what is missing in it.</summary>
    public static void WriteEvidence(ITestOutputHelper output, PlaybookResult run)
    {
        var lines = new TestOutput(output);
        foreach (var problem in run.EvidenceProblems)
        {
            lines.Write("! " + problem);
        }

        lines.Write($"Report: {run.ReportPath ?? run.RunFolder}");
    }

    private void Write(string line)
    {
        try
        {
            output.WriteLine(line);
        }
        catch (InvalidOperationException)
        {
            // The test ended before its run, so nobody reads this output.
        }
    }
}
