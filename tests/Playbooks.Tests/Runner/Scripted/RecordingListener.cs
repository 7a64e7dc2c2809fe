namespace Playbooks.Tests.Runner.Scripted;

/// <summary>Writes down what it is told.</summary>
internal sealed class RecordingListener : IStepListener
{
    private readonly Lock gate = new();
    private readonly List<string> told = [];

    /// <summary>One line for each call, in order.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (gate)
            {
                return [.. told];
            }
        }
    }

    public void OnRunStarted(RunStarted started) => Add($"run {started.Playbook.Id} starts: {string.Join(", ", started.Values.Select(value => $"{value.Name}={value.Text}"))}");

    public void OnStepStarted(StepStarted started) => Add($"step {started.Step.Number}/{started.StepCount} starts: {started.Description} {started.Input}".TrimEnd());

    /// <summary>What happens when an attempt has failed.</summary>
    public Action? OnFailedAttempt { get; set; }

    public void OnAttemptFailed(AttemptFailed failed)
    {
        OnFailedAttempt?.Invoke();
        Add($"step {failed.Step.Number} try {failed.Attempt.Number} failed{(failed.IsLast ? " for good" : "")}: {failed.Attempt.Cause}");
    }

    public void OnStepEnded(StepResult step) => Add($"step {step.Info.Number} ends: {step.Outcome}");

    public void OnRunEnded(PlaybookResult result) => Add($"run ends: {result.Outcome} {result.Error}".TrimEnd());

    private void Add(string line)
    {
        lock (gate)
        {
            told.Add(line);
        }
    }
}
