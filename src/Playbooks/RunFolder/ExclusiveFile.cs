namespace Playbooks.RunFolder;

/// <summary>A file that many runs, in this process and in others, add to: opened by one at a time.</summary>
/// <param name="time">Waits.</param>
internal sealed class ExclusiveFile(TimeProvider time)
{
    private const int Tries = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Opens it, or makes it, once nobody else has it open.</summary>
    /// <exception cref="IOException">It cannot be opened, or was not given free within five seconds.</exception>
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
