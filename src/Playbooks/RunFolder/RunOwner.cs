using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.RunFolder;

/// <summary>
/// Who has a run's folder for itself: the content of <c>run.owner</c>. It stands beside the lock, because some network drives grant
/// every lock that is asked for, and its time is the owner's heartbeat.
/// </summary>
/// <param name="ProcessId">The owner's process.</param>
/// <param name="Started">When that process started, in a form of the system's own: another process of the same id has another.</param>
/// <param name="Host">The machine that it runs on.</param>
/// <param name="Token">Tells this owner from every other one.</param>
/// <param name="Locks">Whether the owner found that the file system refuses a second lock.</param>
internal sealed record RunOwner(int ProcessId, string Started, string Host, string Token, bool Locks)
{
    private byte[]? written;

    /// <summary>How often an owner shows that it lives.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    // Several heartbeats, and what two machines' clocks may be apart.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>This process, as the owner of one more folder.</summary>
    public static RunOwner Create(bool locks) =>
        new(Environment.ProcessId, StartOf(Environment.ProcessId) ?? string.Empty, Environment.MachineName, Guid.NewGuid().ToString("N"), locks);

    /// <summary>Full path of the file of a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, RunFiles.Owner);

    /// <summary>Reads who has a folder; null: nobody has, or the file is damaged.</summary>
    /// <exception cref="IOException">The file system did not give it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
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

    /// <summary>Names this owner in a folder.</summary>
    public void Write(string folder)
    {
        written = JsonSerializer.SerializeToUtf8Bytes(this, RunOwnerContext.Default.RunOwner);
        WholeFile.Write(PathIn(folder), written);
    }

    /// <summary>Whether the folder still names this owner, which <see cref="Write"/> has named there.</summary>
    /// <exception cref="IOException">The file system did not say so.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
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

    /// <summary>Shows that this owner lives, and removes nothing that a later owner wrote.</summary>
    public void Beat(string folder)
    {
        if (IsNamedIn(folder))
        {
            File.SetLastWriteTimeUtc(PathIn(folder), TimeProvider.System.GetUtcNow().UtcDateTime);
        }
    }

    /// <summary>Whether the owner lives, as far as that can be told without its lock: by its process on this machine, by its heartbeat on another.</summary>
    public bool IsAlive(string folder) => Host == Environment.MachineName
        ? StartOf(ProcessId) == Started
        : TimeProvider.System.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(PathIn(folder)) < Patience;

    /// <summary>When a process started; null: there is none of this id.</summary>
    private static string? StartOf(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // Counted from the machine's start, so that it is the same however its clock is set. The name before it may hold anything, but no ')' follows it.
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
