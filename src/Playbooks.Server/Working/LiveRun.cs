using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Working;

/// <summary>A run that this process has accepted and that has not finished.</summary>
internal sealed class LiveRun(string runId)
{
    // Another request can find the run before it is started.
    private readonly TaskCompletionSource<RunHandle?> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile RunHandle? handle;

    /// <summary>Gets the id of the run in its safe form.</summary>
    public string RunId => runId;

    /// <summary>Gets a tail that follows the run's log, or null if the run has no log, or none yet.</summary>
    public ActionLogTail? Log => handle?.Log;

    /// <summary>Gets or sets a task that completes when all of the run's evidence is complete.</summary>
    public Task Finished { get; set; } = Task.CompletedTask;

    /// <summary>Attaches the run, or null if it could not be started.</summary>
    public void Attach(RunHandle? run)
    {
        handle = run;
        started.SetResult(run);
    }

    /// <summary>Stops the run.</summary>
    public async Task StopAsync()
    {
        if (await started.Task is { } run)
        {
            await run.StopAsync();
        }
    }
}
