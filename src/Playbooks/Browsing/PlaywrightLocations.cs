namespace Playbooks.Browsing;

/// <summary>Derives the location of Playwright's installed browsers from the path that Playwright reports.</summary>
internal static class PlaywrightLocations
{
    /// <summary>
    /// Playwright reports the location of its full browser (<c>…/chromium-1248/chrome-linux64/chrome</c>). The headless shell of the same
    /// revision is next to it (<c>…/chromium_headless_shell-1248/chrome-headless-shell-linux64/chrome-headless-shell</c>).
    /// </summary>
    /// <param name="executablePath">The path that Playwright reports. Empty if Playwright has no browser for this operating system.</param>
    public static IReadOnlyList<BrowserLocation> Find(string executablePath)
    {
        if (string.IsNullOrEmpty(executablePath))
        {
            return [];
        }

        return [.. HeadlessShells(executablePath), new(executablePath, "Playwright's Chromium")];
    }

    private static IEnumerable<BrowserLocation> HeadlessShells(string executablePath)
    {
        const string Prefix = "chromium-";
        for (var folder = Directory.GetParent(executablePath); folder is { Parent: not null }; folder = folder.Parent)
        {
            if (!folder.Name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var shells = Path.Combine(folder.Parent.FullName, "chromium_headless_shell-" + folder.Name[Prefix.Length..]);
            return !Directory.Exists(shells)
                ? []
                : from subfolder in Directory.EnumerateDirectories(shells)
                  from name in (string[])["chrome-headless-shell", "headless_shell", "chrome-headless-shell.exe", "headless_shell.exe"]
                  select new BrowserLocation(Path.Combine(subfolder, name), "Playwright's headless Chromium", HeadlessOnly: true);
        }

        return [];
    }
}
