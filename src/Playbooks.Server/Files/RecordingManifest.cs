namespace Playbooks.Server.Files;

/// <summary>The answer of <c>GET /runs/{id}/recording/manifest</c>: what there is of a run to look at.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Complete">Whether no more will come.</param>
/// <param name="Trace">Playwright's trace; null: there is none, or not yet.</param>
/// <param name="Report">The page for people; null: there is none, or not yet.</param>
/// <param name="Screenshots">In the order of their actions.</param>
internal sealed record RecordingManifest(string RunId, bool Complete, RecordedFile? Trace, RecordedFile? Report, IReadOnlyList<RecordedFile> Screenshots)
{
    /// <summary>What the folder of a run holds.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="status">Where the run stands.</param>
    /// <param name="address">The run's path, below which its files are.</param>
    public static RecordingManifest Of(string folder, RunStatus status, string address)
    {
        var isComplete = status is { Status: not (RunState.Starting or RunState.Running), Finalizing: false };
        return new(
            status.RunId,
            isComplete,
            isComplete ? RecordedFile.Of(folder, RunFile.Trace, address) : null,
            isComplete ? RecordedFile.Of(folder, RunFile.Report, address) : null,
            [.. ScreenshotsOf(folder).Select(name => RecordedFile.Of(folder, RunFile.Screenshot(name), address)).OfType<RecordedFile>()]);
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
/// <param name="Name">What it is called.</param>
/// <param name="Url">Its path.</param>
/// <param name="Bytes">How long it is.</param>
internal sealed record RecordedFile(string Name, string Url, long Bytes)
{
    /// <summary>One that is there; null: it is not, or is a link.</summary>
    public static RecordedFile? Of(string folder, RunFile file, string address) =>
        new FileInfo(Path.Combine(folder, file.Path)) is { Exists: true, LinkTarget: null } there ? new(there.Name, $"{address}/{file.Address}", there.Length) : null;
}
