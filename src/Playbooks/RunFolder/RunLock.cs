using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder;

/// <summary>
/// Keeps a run's folder for one run at a time. The operating system holds the lock and gives it back when the process is gone,
/// however it went. Where a file system grants every lock, as some network drives do, the owner's process and its heartbeat decide.
/// </summary>
internal sealed class RunLock : IDisposable
{
    // Readers hold it for microseconds; only another run holds it for longer, and that is asked for.
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

    /// <summary>Whether a run holds the lock of a folder. Asking does not keep a run from starting.</summary>
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

            // An owner that lives and holds no lock: it has ended its run and could not say so, or locks do not work.
            free.Dispose();
            using var mine = TryOpen(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return mine is null || !owner.Locks || !IsProven(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Checks that no other process has taken the folder over: whoever was fenced out writes nothing more.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.RunConflict"/>: another has.</exception>
    public void ThrowIfLost()
    {
        if (owner is not null && !owner.IsNamedIn(folder))
        {
            throw new PlaybookException(
                ErrorCode.RunConflict,
                $"Another process took the run '{Path.GetFileName(folder)}' over, because this one seemed to be gone; nothing more is written to {folder}. Let runs of this folder be started on a file system with working locks.");
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
            // The lock itself is given back; the owner's end is seen by its process's end.
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
            // Of two who found no owner at the same time the later one is the owner.
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

    /// <summary>Whether the file system refuses a second handle on what this process holds for itself.</summary>
    private static bool IsProven(string path)
    {
        using var second = TryOpen(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return second is null;
    }

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

    private static RunOwner? TryWrite(string folder, RunOwner owner)
    {
        try
        {
            owner.Write(folder);
            return owner;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // On a full disk there is the lock alone.
            return null;
        }
    }

    private static PlaybookException Conflict(string folder) => new(
        ErrorCode.RunConflict,
        $"A run of the id '{Path.GetFileName(folder)}' is under way in {folder}. Wait for its end, stop it, or choose another run id.");

    private static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new PlaybookException(ErrorCode.InvalidPath, $"{path} is a link, and nothing is written through links below the folder of runs. Remove it, or choose another run id or output folder.");
        }
    }

    private void Beat()
    {
        try
        {
            owner!.Beat(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A heartbeat that is missed is made up for by the next one.
        }

        // One after the other: on a stalled disk they would pile up. After the end of the run it does nothing.
        heartbeat!.Change(RunOwner.Heartbeat, Timeout.InfiniteTimeSpan);
    }
}
