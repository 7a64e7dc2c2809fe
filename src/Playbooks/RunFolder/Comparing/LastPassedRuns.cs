using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.RunFolder.Comparing;

/// <summary>Remembers where the last run that passed is, for each playbook and case: a small file below the folder of all runs.</summary>
/// <param name="root">Full path of the folder of all runs.</param>
internal sealed class LastPassedRuns(string root)
{
    private const string FolderName = ".last-green";

    /// <summary>Remembers a run, if it passed. One that needed retries counts: each step passed in the end.</summary>
    public void Remember(StoredRun run)
    {
        if (run.End?.Outcome is not (Outcome.Passed or Outcome.Flaky))
        {
            return;
        }

        var folder = Path.Combine(root, FolderName);
        OwnerOnlyFolder.Create(folder);
        var place = new GreenPlace(run.Header.RunId, run.Header.Epoch, run.Header.StartedAt);
        WholeFile.Write(PathOf(run.Header.Playbook, run.Header.Case), JsonSerializer.Serialize(place, GreenPlaceContext.Default.GreenPlace));
    }

    /// <summary>The last one.</summary>
    /// <returns>Null: none is remembered, or its folder is gone.</returns>
    public LastPassedRun? Find(string playbook, string? caseName)
    {
        if (Read(PathOf(playbook, caseName)) is not { } place || !RunId.IsSafe(place.RunId))
        {
            return null;
        }

        // A run that was started again under the same id has put this one aside.
        var folder = Path.Combine(root, place.RunId);
        var aside = Path.Combine(folder, RunFiles.Earlier, place.Epoch.ToString(System.Globalization.CultureInfo.InvariantCulture));
        folder = Directory.Exists(aside) ? aside : folder;
        return Directory.Exists(folder) ? new(place.RunId, folder, place.StartedAt) : null;
    }

    // The form of run ids gives every text a file name of its own that leads nowhere else.
    private string PathOf(string playbook, string? caseName) =>
        Path.Combine(root, FolderName, RunId.From(caseName is null ? playbook : $"{playbook}/{caseName}").Text + ".json");

    private static GreenPlace? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), GreenPlaceContext.Default.GreenPlace);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>Where a run that passed is.</summary>
internal sealed record GreenPlace(string RunId, int Epoch, DateTimeOffset StartedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GreenPlace))]
internal sealed partial class GreenPlaceContext : JsonSerializerContext;
