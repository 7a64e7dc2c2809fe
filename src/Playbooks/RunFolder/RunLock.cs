using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder;

/// <summary>
/// Reserves a run's folder for one run at a time. The operating system holds the lock, and releases it when the process ends for whatever
/// reason. If a file system grants every lock, as some network drives do, the owner's process and its heartbeat decide.
/// </summary>
internal sealed class RunLock : IDisposable
{
    // Readers hold the lock for microseconds. Only another run holds it longer, which is then checked.
    private const int MostTries = 200;

    private readonly string folder;
    private readonly SafeFileHandle handle;
    private readonly RunOwner? owner;
    private readonly Timer? heartbeat;

    private RunLock(string folder, SafeFileHandle handle, RunOwner? owner)
    {
        this.folder = folder;
        this.handle = handle;
        this.owner = owner;
        heartbeat = owner is null ? null : new(static held => ((RunLock)held!).Beat(), this, RunOwner.Heartbeat, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes the lock of an existing folder.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.RunConflict"/>: another run holds it.</exception>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow the file to be created.</exception>
    public static RunLock Take(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Lock);
        SymbolicLinks.RefuseToWrite(path);
        var pause = default(SpinWait);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (TryOpen(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None) is { } taken)
            {
                return TryOwn(folder, taken) ?? throw Conflict(folder);
            }

            if (IsHeld(folder))
            {
                break;
            }

            pause.SpinOnce();
        }

        throw Conflict(folder);
    }

    /// <summary>Determines whether a run holds the lock of a folder. The check does not prevent a run from starting.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            var path = Path.Combine(folder, RunFiles.Lock);
            using var free = TryOpen(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (free is null)
            {
                return true;
            }

            if (RunOwner.Read(folder) is not { } owner || !owner.IsAlive(folder))
            {
                return false;
            }

            // An owner that is alive without a lock has either ended its run and could not record it, or locks are not effective.
            free.Dispose();
            using var mine = TryOpen(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return mine is null || !owner.Locks || !IsProven(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Checks that no other process has taken over the folder. A process that lost the folder must not write to it.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.RunConflict"/>: another process has taken over the folder.</exception>
    public void ThrowIfLost()
    {
        if (owner is not null && !owner.IsNamedIn(folder))
        {
            throw new PlaybookException(
                ErrorCode.RunConflict,
                $"Another process took over the run '{Path.GetFileName(folder)}' because this process appeared to be dead. Nothing more is written to {folder}. Use a file system with working locks for the output root.");
        }
    }

    public void Dispose()
    {
        heartbeat?.Dispose();
        try
        {
            if (owner?.IsNamedIn(folder) == true)
            {
                File.Delete(RunOwner.PathIn(folder));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The lock is released. The end of the owner is recognized by the end of its process.
        }

        handle.Dispose();
    }

    private static RunLock? TryOwn(string folder, SafeFileHandle taken)
    {
        try
        {
            var isProven = IsProven(Path.Combine(folder, RunFiles.Lock));
            if (RunOwner.Read(folder) is { } other && !(isProven && other.Locks) && other.IsAlive(folder))
            {
                taken.Dispose();
                return null;
            }

            NameOwner(taken);
            var owner = TryWrite(folder, RunOwner.Create(isProven));
            // If two processes found no owner at the same time, the later one becomes the owner.
            if (owner is not null && !isProven && !owner.IsNamedIn(folder))
            {
                taken.Dispose();
                return null;
            }

            return new(folder, taken, owner);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Determines whether the file system denies a second handle on a file that this process holds exclusively.</summary>
    private static bool IsProven(string path)
    {
        using var second = TryOpen(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return second is null;
    }

    /// <summary>Opens the file with the lock that its sharing mode represents, or returns null if another lock forbids it.</summary>
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

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK on Linux and on macOS.
    private static bool IsSharingViolation(IOException failure) => failure.HResult is unchecked((int)0x80070020) or 11 or 35;

    // For people who look into the folder. Programs check the lock itself.
    private static void NameOwner(SafeFileHandle handle)
    {
        try
        {
            RandomAccess.SetLength(handle, 0);
            RandomAccess.Write(handle, Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"), 0);
        }
        catch (IOException)
        {
            // On a full disk, the lock is effective without this text.
        }
    }

    private static RunOwner? TryWrite(string folder, RunOwner owner)
    {
        try
        {
            owner.Write(folder);
            return owner;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // On a full disk, only the lock remains.
            return null;
        }
    }

    private static PlaybookException Conflict(string folder) => new(
        ErrorCode.RunConflict,
        $"A run with the id '{Path.GetFileName(folder)}' is already active in {folder}. Wait for it to end, stop it, or choose another run id.");

    private void Beat()
    {
        try
        {
            owner!.Beat(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A missed heartbeat is compensated by the next one.
        }

        // One at a time, because heartbeats would accumulate on a disk that hangs. Has no effect after the end of the run.
        heartbeat!.Change(RunOwner.Heartbeat, Timeout.InfiniteTimeSpan);
    }
}
