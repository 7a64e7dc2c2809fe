using Spectre.Console;
using Spectre.Console.Rendering;

namespace Orders.Tests.Demo;

/// <summary>Tracks the current state of a run's steps. The runner updates the list on its own thread, and the console reads it on another.</summary>
internal sealed class StepList : IStepListener
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly Action<string> ended;
    private readonly List<StepLine> lines;

    /// <param name="playbook">The playbook whose steps are listed.</param>
    /// <param name="time">The clock for the running step.</param>
    /// <param name="ended">Receives the line of each step that ended.</param>
    public StepList(PlaybookInfo playbook, TimeProvider time, Action<string> ended)
    {
        this.time = time;
        this.ended = ended;
        lines = [.. playbook.Steps.Select(step => new StepLine(step.Number, step.Description ?? step.Action))];
    }

    /// <summary>Gets the current state of all steps.</summary>
    public IRenderable Render()
    {
        lock (gate)
        {
            return new Rows(lines.Select(line => new Markup(Look.Step(line, Running(line)))));
        }
    }

    // Upcoming steps are shown with their values. A value that an earlier step will store keeps its braces.
    public void OnRunStarted(RunStarted started)
    {
        foreach (var value in started.Values)
        {
            for (var number = 1; number <= lines.Count; number++)
            {
                Change(number, line => line with { Text = line.Text.Replace($"{{{value.Name}}}", value.Text, StringComparison.Ordinal) });
            }
        }
    }

    public void OnStepStarted(StepStarted started) => Change(started.Step.Number, line => line with
    {
        Text = started.Description ?? $"{started.Step.Action} {started.Input}".TrimEnd(),
        State = StepState.Running,
        StartedAt = time.GetTimestamp(),
    });

    public void OnAttemptFailed(AttemptFailed failed) => Change(failed.Step.Number, line => failed.IsLast ? line : line with
    {
        Note = $"attempt {failed.Attempt.Number} failed, retrying",
    });

    public void OnStepEnded(StepResult step)
    {
        var line = Change(step.Info.Number, line => line with
        {
            State = step.Outcome switch
            {
                Outcome.Failed => StepState.Failed,
                Outcome.Passed => StepState.Passed,
                _ => StepState.Flaky,
            },
            Duration = step.Duration,
            Note = Note(step),
            Error = step.Error,
        });
        ended(Look.Step(line, TimeSpan.Zero));
    }

    private static string? Note(StepResult step) =>
        step.Drifted ? $"the primary selector is stale, used {step.SelectorUsed}"
        : step.Attempts.Count > 1 && step.Outcome != Outcome.Failed ? $"passed at attempt {step.Attempts.Count}"
        : null;

    private TimeSpan Running(StepLine line) => line.State == StepState.Running ? time.GetElapsedTime(line.StartedAt) : TimeSpan.Zero;

    private StepLine Change(int number, Func<StepLine, StepLine> change)
    {
        lock (gate)
        {
            return lines[number - 1] = change(lines[number - 1]);
        }
    }
}
