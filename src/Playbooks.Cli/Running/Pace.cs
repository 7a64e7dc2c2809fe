namespace Playbooks.Cli.Running;

/// <summary>Lets a person follow a run: waits after each step, or for a key before each. A listener of a run is called between its steps.</summary>
/// <param name="delay">How long it waits after each step; zero to not wait.</param>
/// <param name="waitForPerson">Waits before each step until the person wants it, or null.</param>
/// <param name="stop">Ends the waiting.</param>
internal sealed class Pace(TimeSpan delay, Action<string>? waitForPerson, CancellationToken stop) : IStepListener
{
    /// <inheritdoc/>
    public void OnStepStarted(StepStarted started)
    {
        if (!stop.IsCancellationRequested)
        {
            waitForPerson?.Invoke(started.Description ?? $"{started.Step.Action} {started.Input}".TrimEnd());
        }
    }

    /// <inheritdoc/>
    public void OnStepEnded(StepResult step) => stop.WaitHandle.WaitOne(delay);
}
