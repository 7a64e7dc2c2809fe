namespace Playbooks.Browsing;

/// <summary>Finds a browser on this machine.</summary>
/// <param name="machine">The machine.</param>
/// <param name="usualPlaces">The usual locations of browsers, best first.</param>
internal sealed class BrowserLocator(Machine machine, IReadOnlyList<BrowserLocation> usualPlaces)
{
    /// <summary>Returns the first browser that exists: the configured one, Playwright's own, or one in a usual location.</summary>
    /// <param name="options">The options, which can set an executable and require visible windows.</param>
    /// <param name="playwrightExecutable">The path where Playwright installs its own browser.</param>
    /// <returns>The browser, or null if there is none.</returns>
    /// <exception cref="PlaybookException">The configured browser does not exist.</exception>
    public FoundBrowser? Find(BrowserOptions options, string playwrightExecutable) =>
        FindNamed(options) ?? FindIn(PlaywrightLocations.Find(playwrightExecutable), options) ?? FindIn(usualPlaces, options);

    private static FoundBrowser? FindIn(IReadOnlyList<BrowserLocation> places, BrowserOptions options) =>
        places
            .Where(place => !(place.HeadlessOnly && options.Headed) && File.Exists(place.Path))
            .Select(place => new FoundBrowser(place.Path, place.Name))
            .FirstOrDefault();

    /// <summary>Returns the configured browser, or null if none is configured.</summary>
    /// <exception cref="PlaybookException">The configured browser does not exist.</exception>
    public FoundBrowser? FindNamed(BrowserOptions options)
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
            ? new FoundBrowser(Path.GetFullPath(found), $"the browser set by {by}")
            : throw new PlaybookException(
                ErrorCode.SetupFailed,
                $"The browser '{named}', set by {by}, does not exist. Set the path of a {(options.Engine is BrowserEngine.Firefox or BrowserEngine.WebKit ? options.Engine.ToString() : "Chromium, Chrome, or Edge")} executable, or remove the setting to find a browser automatically.");
    }

    private string? FindOnPath(string name) =>
        (machine.Environment("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])
            .FirstOrDefault(File.Exists);
}
