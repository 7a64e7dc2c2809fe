

using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Working;

/// <summary>A run that this process has accepted and not yet finished.</summary>
internal sealed class LiveRun(string runId) : IStepListener, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    /// <summary>Its id in the safe form.</summary>
    public string RunId => runId;

    /// <summary>Follows its log; null: it could write none.</summary>
    public ActionLogTail? Log { get; private set; }

    /// <summary>Why it was refused or ended before it had a log; null: it was not.</summary>
    public PlaybookResult? Refused { get; private set; }

    /// <summary>Ends when all of its evidence is complete.</summary>
    public Task Finished { get; set; } = Task.CompletedTask;

    /// <summary>Is cancelled when it is to end.</summary>
    public CancellationToken Stopped => stop.Token;

    /// <summary>Ends it before its time.</summary>
    public async Task StopAsync()
    {
        try
        {
            await stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself in the meantime.
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
