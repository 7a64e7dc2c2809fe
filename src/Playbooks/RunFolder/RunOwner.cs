using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.RunFolder;

/// <summary>
/// Identifies the owner of a run's folder: the content of <c>run.owner</c>. The file complements the lock, because some network drives
/// grant every lock. Its timestamp is the owner's heartbeat.
/// </summary>
/// <param name="ProcessId">The process id of the owner.</param>
/// <param name="Started">The start time of that process, in a format of the operating system. It distinguishes processes with the same id.</param>
/// <param name="Host">The machine of the process.</param>
/// <param name="Token">A unique token of this owner.</param>
/// <param name="Locks">Whether the owner found that locks are effective on the file system.</param>
internal sealed record RunOwner(int ProcessId, string Started, string Host, string Token, bool Locks)
{
    private byte[]? written;

    /// <summary>The interval of the owner's heartbeat.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    // Several heartbeats, plus the difference between the clocks of two machines.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Creates an owner for this process.</summary>
    public static RunOwner Create(bool locks) =>
        new(Environment.ProcessId, StartOf(Environment.ProcessId) ?? string.Empty, Environment.MachineName, Guid.NewGuid().ToString("N"), locks);

    /// <summary>Returns the full path of the file in a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, RunFiles.Owner);

    /// <summary>Reads the owner of a folder. Returns null if there is none or the file is damaged.</summary>
    /// <exception cref="IOException">The file system could not read the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow the file to be read.</exception>
    public static RunOwner? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PathIn(folder)), RunOwnerContext.Default.RunOwner);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes this owner to a folder.</summary>
    public void Write(string folder)
    {
        written = JsonSerializer.SerializeToUtf8Bytes(this, RunOwnerContext.Default.RunOwner);
        WholeFile.Write(PathIn(folder), written);
    }

    /// <summary>Determines whether the folder still contains this owner, as written by <see cref="Write"/>.</summary>
    /// <exception cref="IOException">The file system could not read the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow the file to be read.</exception>
    public bool IsNamedIn(string folder)
    {
        try
        {
            return File.ReadAllBytes(PathIn(folder)).AsSpan().SequenceEqual(written);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Writes a heartbeat, without overwriting a later owner.</summary>
    public void Beat(string folder)
    {
        if (IsNamedIn(folder))
        {
            File.SetLastWriteTimeUtc(PathIn(folder), TimeProvider.System.GetUtcNow().UtcDateTime);
        }
    }

    /// <summary>Determines whether the owner is alive without checking its lock: by its process on this machine, or by its heartbeat on another.</summary>
    public bool IsAlive(string folder) => Host == Environment.MachineName
        ? StartOf(ProcessId) == Started
        : TimeProvider.System.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(PathIn(folder)) < Patience;

    /// <summary>Returns the start time of a process, or null if no process has the id.</summary>
    private static string? StartOf(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // Relative to the boot time, so that changes of the clock do not matter. The process name can contain anything, but its last ')' ends it.
                var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                return fields[0] is "Z" or "X" ? null : fields[19];
            }

            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunOwner))]
internal sealed partial class RunOwnerContext : JsonSerializerContext;
