namespace Playbooks.RunFolder.Status;

/// <summary>
/// Writes the status of a run in the background, because flushing it to the disk takes milliseconds that steps should not wait for. If
/// several statuses are posted during a write, only the last one is written.
/// </summary>
/// <param name="file">The status file.</param>
/// <param name="failed">Called for a status that could not be written.</param>
internal sealed class StatusWriter(StatusFile file, Action<Exception> failed)
{
    private readonly Lock gate = new();
    private RunStatus? next;
    private Task writing = Task.CompletedTask;
    private bool busy;

    /// <summary>Queues a status, which replaces one that is not written yet.</summary>
    public void Post(RunStatus status)
    {
        lock (gate)
        {
            next = status;
            if (!busy)
            {
                busy = true;
                writing = Task.Run(WriteAll);
            }
        }
    }

    /// <summary>Completes when the last queued status is on the disk, or could not be written.</summary>
    public Task WrittenAsync()
    {
        lock (gate)
        {
            return writing;
        }
    }

    private void WriteAll()
    {
        while (TakeNext() is { } status)
        {
            try
            {
                file.Write(status);
            }
            catch (Exception failure)
            {
                failed(failure);
            }
        }
    }

    private RunStatus? TakeNext()
    {
        lock (gate)
        {
            var taken = next;
            next = null;
            busy = taken is not null;
            return taken;
        }
    }
}
