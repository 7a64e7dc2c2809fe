namespace Playbooks.Browsing;

/// <summary>Looks for a browser on this machine.</summary>
/// <param name="machine">The machine.</param>
/// <param name="usualPlaces">Where browsers usually stand, the best first.</param>
internal sealed class BrowserLocator(Machine machine, IReadOnlyList<BrowserLocation> usualPlaces)
{
    /// <summary>The first browser that is there: the named one, Playwright's own, one in a usual place.</summary>
    /// <param name="options">Names a browser, perhaps, and says whether it must show windows.</param>
    /// <param name="playwrightExecutable">Where Playwright would have its own.</param>
    /// <returns>Null: there is none.</returns>
    /// <exception cref="PlaybookException">The browser that was named is not there.</exception>
    public FoundBrowser? Find(BrowserOptions options, string playwrightExecutable) =>
        FindNamed(options) ?? FindIn(PlaywrightLocations.Of(playwrightExecutable), options) ?? FindIn(usualPlaces, options);

    private static FoundBrowser? FindIn(IReadOnlyList<BrowserLocation> places, BrowserOptions options) =>
        places
            .Where(place => !(place.HeadlessOnly && options.Headed) && File.Exists(place.Path))
            .Select(place => new FoundBrowser(place.Path, place.Name))
            .FirstOrDefault();

    private FoundBrowser? FindNamed(BrowserOptions options)
    {
        var (named, by) = options.ExecutablePath is { Length: > 0 } path
            ? (path, "the options")
            : (machine.Environment(BrowserOptions.ExecutableVariable), BrowserOptions.ExecutableVariable);
        if (string.IsNullOrEmpty(named))
        {
            return null;
        }

        var found = Path.GetFileName(named) == named ? FindOnPath(named) : named;
        return File.Exists(found)
            ? new FoundBrowser(Path.GetFullPath(found), $"the browser that {by} named")
            : throw new PlaybookException(
                ErrorCode.SetupFailed,
                $"The browser '{named}', named by {by}, is not there. Name the program of a Chromium, Chrome or Edge, or name none to have one found.");
    }

    private string? FindOnPath(string name) =>
        (machine.Environment("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])
            .FirstOrDefault(File.Exists);
}
