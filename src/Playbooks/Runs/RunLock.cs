using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.Runs;

/// <summary>
/// Keeps a run's folder for one run at a time. The operating system holds the lock and gives it back when the process is gone,
/// however it went: that a run is live needs no heartbeat.
/// </summary>
internal sealed class RunLock : IDisposable
{
    // Readers hold it for microseconds; only another run holds it for longer, and that is asked for.
    private const int MostTries = 200;

    private readonly SafeFileHandle handle;

    private RunLock(SafeFileHandle handle) => this.handle = handle;

    /// <summary>Takes the lock of a folder that is there.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.RunConflict"/>: another run holds it.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static RunLock Take(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Lock);
        RefuseLink(path);
        var pause = default(SpinWait);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (TryOpen(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None) is { } taken)
            {
                NameOwner(taken);
                return new(taken);
            }

            if (IsHeld(folder))
            {
                break;
            }

            pause.SpinOnce();
        }

        throw new PlaybookException(
            ErrorCode.RunConflict,
            $"A run of the id '{Path.GetFileName(folder)}' is under way in {folder}. Wait for its end, stop it, or choose another run id.");
    }

    /// <summary>Whether a run holds the lock of a folder. Asking does not keep a run from starting.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            using var free = TryOpen(Path.Combine(folder, RunFiles.Lock), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return free is null;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => handle.Dispose();

    /// <summary>Opens the file with the lock that its sharing stands for; null: another holds a lock that forbids it.</summary>
    private static SafeFileHandle? TryOpen(string path, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            return File.OpenHandle(path, mode, access, share);
        }
        catch (IOException failure) when (IsSharingViolation(failure))
        {
            return null;
        }
    }

    // Windows' ERROR_SHARING_VIOLATION; EWOULDBLOCK of Linux and of macOS.
    private static bool IsSharingViolation(IOException failure) => failure.HResult is unchecked((int)0x80070020) or 11 or 35;

    // For people who look into the folder; programs ask for the lock itself.
    private static void NameOwner(SafeFileHandle handle)
    {
        try
        {
            RandomAccess.SetLength(handle, 0);
            RandomAccess.Write(handle, Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"), 0);
        }
        catch (IOException)
        {
            // On a full disk the lock is as good without it.
        }
    }

    private static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new PlaybookException(ErrorCode.InvalidPath, $"{path} is a link, and nothing is written through links below the folder of runs. Remove it, or choose another run id or output folder.");
        }
    }
}
