namespace Playbooks.Recording;

/// <summary>The command that opens a trace: Playwright's own viewer, from the driver beside the program, in the user's browser.</summary>
internal static class TraceCommand
{
    /// <summary>The command for the shell of this machine.</summary>
    /// <param name="trace">Full path of the trace.</param>
    /// <returns>One line to paste. On Windows a path with a blank is quoted as <c>cmd</c> wants it; PowerShell wants an <c>&amp;</c> before it.</returns>
    public static string For(string trace) =>
        For(trace, PlaywrightDriver.Find(Environment.GetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH"), AppContext.BaseDirectory), OperatingSystem.IsWindows());

    /// <summary>The command with this driver.</summary>
    /// <param name="trace">Full path of the trace.</param>
    /// <param name="driver">Null: there is none, so the command needs npm.</param>
    /// <param name="onWindows">Whether it is for Windows.</param>
    internal static string For(string trace, PlaywrightDriver? driver, bool onWindows)
    {
        // Without a port the viewer wants a browser that Playwright itself has installed.
        IEnumerable<string> words = driver is null
            ? ["npx", "playwright", "show-trace", "--port", "0", trace]
            : [driver.Node, driver.Script, "show-trace", "--port", "0", trace];
        return string.Join(' ', words.Select(word => onWindows ? ForWindows(word) : ForUnix(word)));
    }

    private static string ForWindows(string word) => word.All(static c => IsPlain(c) || c is '\\' or ':') ? word : $"\"{word}\"";

    private static string ForUnix(string word) => word.All(IsPlain) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '+' or ',' or '@';
}
