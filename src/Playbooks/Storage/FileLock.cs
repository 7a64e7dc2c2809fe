namespace Playbooks.Storage;

/// <summary>Ensures that only one run of all processes of the machine does something at a time, because test projects run in parallel.</summary>
/// <param name="path">The path of the lock file, which all processes share. The lock ends with the process that holds it.</param>
/// <param name="time">The clock for waiting.</param>
internal sealed class FileLock(string path, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until the caller holds the lock.</summary>
    /// <param name="onWait">Called once if the lock is held elsewhere.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>An object that releases the lock when it is disposed.</returns>
    /// <exception cref="OperationCanceledException">Waiting was canceled.</exception>
    public async Task<IDisposable> TakeAsync(Action onWait, CancellationToken cancellationToken)
    {
        for (var waited = false; ; waited = true)
        {
            if (TryTake() is { } taken)
            {
                return taken;
            }

            if (!waited)
            {
                onWait();
            }

            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private FileStream? TryTake()
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException) when (File.Exists(path))
        {
            // The file of another user is not writable, but a lock for reading excludes all others as well.
            return TryTakeForReading();
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private FileStream? TryTakeForReading()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
