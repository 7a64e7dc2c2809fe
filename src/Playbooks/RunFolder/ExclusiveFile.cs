namespace Playbooks.RunFolder;

/// <summary>Opens a file that many runs append to, in this process and in others, for one run at a time.</summary>
/// <param name="time">The clock for waiting.</param>
internal sealed class ExclusiveFile(TimeProvider time)
{
    private const int Tries = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Opens or creates the file as soon as no one else has it open.</summary>
    /// <exception cref="IOException">The file cannot be opened, or was not released within five seconds.</exception>
    public async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (left > 1 && failure is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
