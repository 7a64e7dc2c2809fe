namespace Playbooks.RunFolder.Status;

/// <summary>
/// Writes a run's status behind its back: to have it on the disk takes milliseconds that no step should wait for. Of several that
/// are told while one is written, the last is written.
/// </summary>
/// <param name="file">Where it is written.</param>
/// <param name="failed">Is told of one that could not be written.</param>
internal sealed class StatusWriter(StatusFile file, Action<Exception> failed)
{
    private readonly Lock gate = new();
    private RunStatus? next;
    private Task writing = Task.CompletedTask;
    private bool busy;

    /// <summary>Has a status written, unless a later one is told before.</summary>
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

    /// <summary>Ends when the status that was told last is on the disk, or could not be written.</summary>
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
