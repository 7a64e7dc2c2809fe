using System.Text.Json;
using System.Text.Json.Serialization;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;

namespace Playbooks.Reports.Index;

/// <summary>A run in the index, as read from its <c>status.json</c>.</summary>
/// <param name="Folder">The name of the folder, or its path relative to the overview.</param>
/// <param name="Status">The status, or null; see <paramref name="Damage"/>.</param>
/// <param name="Damage">The reason why the status could not be read, or null.</param>
/// <param name="HasReport">Whether there is a report to link to.</param>
internal sealed record IndexEntry(string Folder, IndexStatus? Status, string? Damage, bool HasReport)
{
    private const int LongestMessage = 1000;

    /// <summary>Reads a run's folder. Problems are returned, never thrown.</summary>
    /// <returns>The entry, or null if the folder no longer exists.</returns>
    public static IndexEntry? Read(DirectoryInfo folder)
    {
        if (SymbolicLinks.IsLink(folder))
        {
            return new(folder.Name, null, "The folder is a link, and links are not followed.", false);
        }

        try
        {
            using var file = new FileStream(Path.Combine(folder.FullName, RunFiles.Status), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize(file, IndexJsonContext.Default.IndexStatus) is { } status
                ? new(folder.Name, status with { Error = status.Error is { Message: { } message } ? new(message.Truncate(LongestMessage)) : null, IsLost = status.Verdict == Verdict.Running && !RunLock.IsHeld(folder.FullName) }, null, File.Exists(Path.Combine(folder.FullName, RunFiles.Report)))
                : new(folder.Name, null, "The file status.json is empty.", false);
        }
        catch (Exception) when (!Directory.Exists(folder.FullName))
        {
            return null;
        }
        catch (FileNotFoundException)
        {
            return new(folder.Name, null, "The folder has no status.json.", false);
        }
        catch (JsonException)
        {
            return new(folder.Name, null, "The file status.json is damaged.", false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(folder.Name, null, $"The file status.json cannot be read: {failure.Message}", false);
        }
    }
}

/// <summary>The part of a status that the index needs. The rest, which can be long, is not read into memory.</summary>
internal sealed record IndexStatus
{
    public required string Playbook { get; init; }

    public string? PlaybookName { get; init; }

    public string? Case { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public required RunState Status { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public double DurationMs { get; init; }

    public Outcome? Result { get; init; }

    public bool? FailedAsExpected { get; init; }

    public int DriftedSteps { get; init; }

    public IndexError? Error { get; init; }

    /// <summary>Gets whether the process no longer exists although the status says that the run is active.</summary>
    [JsonIgnore]
    public bool IsLost { get; init; }

    public string Name => PlaybookName ?? Playbook;

    public Verdict Verdict => IsLost ? Verdict.Terminated : Verdicts.From(Status, Result, FailedAsExpected);
}

/// <summary>The reason of a failure.</summary>
internal sealed record IndexError(string? Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(SnakeCaseEnumConverter<Outcome>), typeof(SnakeCaseEnumConverter<RunState>)])]
[JsonSerializable(typeof(IndexStatus))]
internal sealed partial class IndexJsonContext : JsonSerializerContext;
