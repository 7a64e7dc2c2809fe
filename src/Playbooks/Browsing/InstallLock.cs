namespace Playbooks.Browsing;

/// <summary>Lets one process of the machine at a time install a browser: test projects run side by side.</summary>
/// <param name="path">A file that all of them name; its lock ends with the process that holds it.</param>
/// <param name="time">Measures the waiting.</param>
internal sealed class InstallLock(string path, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until this process holds the lock.</summary>
    /// <param name="onWait">Called once if another process holds it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Disposing it gives the lock back.</returns>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
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
            // Another user's file: it cannot be written, but a lock for reading excludes all others just as well.
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
