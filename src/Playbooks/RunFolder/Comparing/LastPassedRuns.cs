using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.RunFolder.Comparing;

/// <summary>Stores the location of the last passed run of each playbook and case, in a small file in the output root.</summary>
/// <param name="root">The full path of the output root.</param>
internal sealed class LastPassedRuns(string root)
{
    private const string FolderName = ".last-green";

    /// <summary>Stores a run if it passed. A flaky run counts, because each step passed in the end.</summary>
    public void Remember(StoredRun run)
    {
        if (run.End?.Outcome is not (Outcome.Passed or Outcome.Flaky))
        {
            return;
        }

        var folder = Path.Combine(root, FolderName);
        OwnerOnlyFolder.Create(folder);
        var place = new LastPassedEntry(run.Header.RunId, run.Header.Epoch, run.Header.StartedAt);
        WholeFile.Write(PathOf(run.Header.Playbook, run.Header.Case), JsonSerializer.Serialize(place, LastPassedEntryContext.Default.LastPassedEntry));
    }

    /// <summary>Returns the last passed run.</summary>
    /// <returns>The run, or null if none is stored or its folder no longer exists.</returns>
    public LastPassedRun? Find(string playbook, string? caseName)
    {
        if (Read(PathOf(playbook, caseName)) is not { } place || !RunId.IsSafe(place.RunId))
        {
            return null;
        }

        // A new run with the same id has moved this one aside.
        var folder = Path.Combine(root, place.RunId);
        var aside = Path.Combine(folder, RunFiles.Earlier, place.Epoch.ToString(System.Globalization.CultureInfo.InvariantCulture));
        folder = Directory.Exists(aside) ? aside : folder;
        return Directory.Exists(folder) ? new(place.RunId, folder, place.StartedAt) : null;
    }

    // The safe form of run ids gives every text a unique file name that cannot leave the folder.
    private string PathOf(string playbook, string? caseName) =>
        Path.Combine(root, FolderName, RunId.From(caseName is null ? playbook : $"{playbook}/{caseName}").Text + ".json");

    private static LastPassedEntry? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), LastPassedEntryContext.Default.LastPassedEntry);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>The location of a passed run.</summary>
internal sealed record LastPassedEntry(string RunId, int Epoch, DateTimeOffset StartedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LastPassedEntry))]
internal sealed partial class LastPassedEntryContext : JsonSerializerContext;
