using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Working;

/// <summary>A run that this process has accepted and that has not finished.</summary>
internal sealed class LiveRun(string runId) : IStepListener, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    /// <summary>Gets the id of the run in its safe form.</summary>
    public string RunId => runId;

    /// <summary>Gets a tail that follows the run's log, or null if the run has no log.</summary>
    public ActionLogTail? Log { get; private set; }

    /// <summary>Gets the result if the run was rejected or ended before it had a log; otherwise null.</summary>
    public PlaybookResult? Refused { get; private set; }

    /// <summary>Gets or sets a task that completes when all of the run's evidence is complete.</summary>
    public Task Finished { get; set; } = Task.CompletedTask;

    /// <summary>Gets a token that is canceled when the run is stopped.</summary>
    public CancellationToken Stopped => stop.Token;

    /// <summary>Stops the run.</summary>
    public async Task StopAsync()
    {
        try
        {
            await stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The run ended in the meantime.
        }
    }

    public void Dispose() => stop.Dispose();

    void IStepListener.OnRunStarted(RunStarted started) => Log = started.Log;

    void IStepListener.OnRunEnded(PlaybookResult result)
    {
        if (Log is null)
        {
            Refused = result;
        }
    }
}
