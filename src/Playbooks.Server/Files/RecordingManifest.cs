using Playbooks.RunFolder;

namespace Playbooks.Server.Files;

/// <summary>The response of <c>GET /runs/{id}/recording/manifest</c>: the available evidence of a run.</summary>
/// <param name="RunId">The id of the run.</param>
/// <param name="Complete">Whether no more files will be added.</param>
/// <param name="Trace">Playwright's trace, or null if it is not available.</param>
/// <param name="Report">The HTML report, or null if it is not available.</param>
/// <param name="Screenshots">The screenshots, in the order of their actions.</param>
internal sealed record RecordingManifest(string RunId, bool Complete, RecordedFile? Trace, RecordedFile? Report, IReadOnlyList<RecordedFile> Screenshots)
{
    /// <summary>Creates the manifest from the folder of a run.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="status">The status of the run.</param>
    /// <param name="address">The URL path of the run.</param>
    public static RecordingManifest Create(string folder, RunStatus status, string address)
    {
        var isComplete = status is { Status: not (RunState.Starting or RunState.Running), Finalizing: false };
        return new(
            status.RunId,
            isComplete,
            isComplete ? RecordedFile.Find(folder, RunFile.Trace, address) : null,
            isComplete ? RecordedFile.Find(folder, RunFile.Report, address) : null,
            [.. ScreenshotsOf(folder).Select(name => RecordedFile.Find(folder, RunFile.Screenshot(name), address)).OfType<RecordedFile>()]);
    }

    private static IEnumerable<string> ScreenshotsOf(string folder)
    {
        try
        {
            return [.. Directory.GetFiles(Path.Combine(folder, RunFiles.Screenshots)).Select(Path.GetFileName).OfType<string>().Where(RunFile.IsScreenshot).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}

/// <summary>A file of a run.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Url">The URL path of the file.</param>
/// <param name="Bytes">The size of the file in bytes.</param>
internal sealed record RecordedFile(string Name, string Url, long Bytes)
{
    /// <summary>Returns a file, or null if it does not exist or is a link.</summary>
    public static RecordedFile? Find(string folder, RunFile file, string address) =>
        SymbolicLinks.FindFile(Path.Combine(folder, file.Path)) is { } found ? new(found.Name, $"{address}/{file.Address}", found.Length) : null;
}
