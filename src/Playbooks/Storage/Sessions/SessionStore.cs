using System.Security.Cryptography;
using System.Text;
using Playbooks.RunFolder;

namespace Playbooks.Storage.Sessions;

/// <summary>Keeps one session for each origin, name, and credentials, in files that only their owner can read. All processes that use the folder share them.</summary>
internal sealed class SessionStore
{
    // Servers end sessions at about this age.
    private static readonly TimeSpan LongestAge = TimeSpan.FromHours(12);

    // The name of a file must not make it easy to guess a password.
    private const int Iterations = 100_000;

    private readonly string folder;
    private readonly string path;
    private readonly TimeProvider time;

    /// <param name="folder">The folder of all sessions, or null for the default of the user.</param>
    /// <param name="origin">The scheme, host, and port of the login.</param>
    /// <param name="name">The author's name for the session.</param>
    /// <param name="credentials">The values that log in.</param>
    /// <param name="time">The clock.</param>
    public SessionStore(string? folder, string origin, string name, IEnumerable<string> credentials, TimeProvider time)
    {
        this.folder = folder ?? DefaultFolder();
        this.time = time;
        var key = Rfc2898DeriveBytes.Pbkdf2(string.Join('\0', credentials), SHA256.HashData(Encoding.UTF8.GetBytes($"{origin}\0{name}")), Iterations, HashAlgorithmName.SHA256, 16);
        path = Path.Combine(this.folder, Convert.ToHexStringLower(key) + ".session");
    }

    /// <summary>Returns the session, or null if there is none, it is too old, or it cannot be read.</summary>
    public StoredSession? Read()
    {
        try
        {
            return !SymbolicLinks.IsLink(new FileInfo(path)) && File.Exists(path)
                && StoredSession.Read(File.ReadAllText(path)) is { } session
                && time.GetUtcNow() - session.CreatedAt is var age && age < LongestAge && age > -LongestAge
                    ? session
                    : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Replaces the session.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow it.</exception>
    public void Write(StoredSession session)
    {
        OwnerOnlyFolder.Create(folder);
        RemoveOld();
        WholeFile.Write(path, session.Write());
    }

    /// <summary>Removes the session if it is still this one.</summary>
    public void Discard(StoredSession session)
    {
        if (Read()?.Id == session.Id)
        {
            TryDelete(path);
        }
    }

    /// <summary>Waits until no other run logs in for the same session.</summary>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>An object that releases the lock when it is disposed.</returns>
    public Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        OwnerOnlyFolder.Create(folder);
        return new FileLock(path + ".lock", time).TakeAsync(static () => { }, cancellationToken);
    }

    private static string DefaultFolder() =>
        Environment.GetEnvironmentVariable(RunOptions.SessionsVariable) is { Length: > 0 } named ? Path.GetFullPath(named)
        : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } local ? Path.Combine(local, "Playbooks", "sessions")
        : Path.Combine(Path.GetTempPath(), $"playbooks-sessions-{Environment.UserName}");

    private void RemoveOld()
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.session"))
        {
            if (time.GetUtcNow() - file.LastWriteTimeUtc > LongestAge)
            {
                TryDelete(file.FullName);
            }
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process reads it; it is too old to be used, or the next login replaces it.
        }
    }
}
