using Spectre.Console;
using Spectre.Console.Rendering;

namespace Orders.Tests.Demo;

/// <summary>
/// Tracks the current state of a run's steps, as a tree: the steps inside a branch, a loop, or a called playbook appear when they start.
/// The runner updates the list on its own thread, and the console reads it on another.
/// </summary>
internal sealed class StepList : IStepListener
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly Action<string> ended;

    // Addresses are ordered as a run reaches the steps.
    private readonly SortedDictionary<StepAddress, StepLine> lines = [];

    /// <param name="playbook">The playbook whose steps are listed.</param>
    /// <param name="time">The clock for the running step.</param>
    /// <param name="ended">Receives the lines of each step that ended, with those of the steps inside it.</param>
    public StepList(PlaybookInfo playbook, TimeProvider time, Action<string> ended)
    {
        this.time = time;
        this.ended = ended;
        foreach (var step in playbook.Steps)
        {
            var line = new StepLine(step.Path, step.Description ?? step.Action);
            if (line.Depth == 0)
            {
                lines[step.Address] = line;
            }
        }
    }

    /// <summary>Gets the current state of all steps.</summary>
    public IRenderable Render()
    {
        lock (gate)
        {
            return new Rows(lines.Values.Select(line => new Markup(Look.Step(line, Running(line)))));
        }
    }

    // Upcoming steps are shown with their values. A value that an earlier step will store keeps its braces.
    public void OnRunStarted(RunStarted started)
    {
        lock (gate)
        {
            foreach (var (address, line) in lines.ToList())
            {
                lines[address] = line with { Text = started.Values.Aggregate(line.Text, static (text, value) => text.Replace($"{{{value.Name}}}", value.Text, StringComparison.Ordinal)) };
            }
        }
    }

    public void OnStepStarted(StepStarted started) => Change(started.Step, line => line with
    {
        Text = started.Description ?? $"{started.Step.Action} {started.Input}".TrimEnd(),
        State = StepState.Running,
        StartedAt = time.GetTimestamp(),
    });

    public void OnAttemptFailed(AttemptFailed failed) => Change(failed.Step, line => failed.IsLast ? line : line with
    {
        Note = $"attempt {failed.Attempt.Number} failed, retrying",
    });

    public void OnStepEnded(StepResult step)
    {
        var own = Change(step.Info, line => line with
        {
            State = step.IsWarning ? StepState.Warning : step.Outcome switch
            {
                Outcome.Failed => StepState.Failed,
                Outcome.Passed => StepState.Passed,
                _ => StepState.Flaky,
            },
            Duration = step.Duration,
            Seen = HoldsSteps(step) ? step.Output : null,
            Note = Note(step),
            Error = step.Error,
        });
        if (own.Depth == 0)
        {
            ended(string.Join('\n', lines.Values.Where(own.Holds).Prepend(own).Select(static line => Look.Step(line, TimeSpan.Zero))));
        }
    }

    // A step that holds other steps has no attempts of its own, and says what it has decided.
    private static bool HoldsSteps(StepResult step) => step.Attempts.Count == 0 && step.Output is { Length: > 0 };

    private static string? Note(StepResult step) =>
        step.Drifted ? $"the primary selector is stale, used {step.SelectorUsed}"
        : step.Attempts.Count > 1 && step.Outcome != Outcome.Failed ? $"passed on attempt {step.Attempts.Count}"
        : null;

    private TimeSpan Running(StepLine line) => line.State == StepState.Running ? time.GetElapsedTime(line.StartedAt) : TimeSpan.Zero;

    private StepLine Change(StepInfo step, Func<StepLine, StepLine> change)
    {
        lock (gate)
        {
            return lines[step.Address] = change(lines.TryGetValue(step.Address, out var known) ? known : new(step.Path, step.Description ?? step.Action));
        }
    }
}
