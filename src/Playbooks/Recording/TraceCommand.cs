namespace Playbooks.Recording;

/// <summary>Creates the command that opens a trace in the user's browser: Playwright's own viewer, from the driver in the output folder of the program.</summary>
internal static class TraceCommand
{
    /// <summary>Creates the command for the shell of this machine.</summary>
    /// <param name="trace">The full path of the trace.</param>
    /// <returns>One line to paste. On Windows, a path with a space is quoted for <c>cmd</c>; PowerShell requires an <c>&amp;</c> before it.</returns>
    public static string For(string trace) =>
        For(trace, PlaywrightDriver.Find(Environment.GetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH"), AppContext.BaseDirectory), OperatingSystem.IsWindows());

    /// <summary>Creates the command for a driver.</summary>
    /// <param name="trace">The full path of the trace.</param>
    /// <param name="driver">The driver, or null if there is none, so that the command requires npm.</param>
    /// <param name="onWindows">Whether the command is for Windows.</param>
    internal static string For(string trace, PlaywrightDriver? driver, bool onWindows)
    {
        // Without a port, the viewer requires a browser that Playwright has installed.
        IEnumerable<string> words = driver is null
            ? ["npx", "playwright", "show-trace", "--port", "0", trace]
            : [driver.Node, driver.Script, "show-trace", "--port", "0", trace];
        return string.Join(' ', words.Select(word => onWindows ? ForWindows(word) : ForUnix(word)));
    }

    private static string ForWindows(string word) => word.All(static c => IsPlain(c) || c is '\\' or ':') ? word : $"\"{word}\"";

    private static string ForUnix(string word) => word.All(IsPlain) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '+' or ',' or '@';
}
