using System.Text.RegularExpressions;
using Playbooks.Server.Security;

namespace Playbooks.Server.Files;

/// <summary>A file that a run leaves, as it is stored and as it is sent.</summary>
/// <param name="Path">Its path in the run's folder.</param>
/// <param name="Address">Its path below the run's address.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Begin">How each such file begins.</param>
/// <param name="Missing">The error that says that it is not there.</param>
internal sealed partial record RunFile(string Path, string Address, string ContentType, ReadOnlyMemory<byte> Begin, ErrorCode Missing)
{
    /// <summary>Playwright's trace.</summary>
    public static RunFile Trace { get; } = new(RunFiles.Trace, "recording/trace", "application/zip", "PK"u8.ToArray(), ErrorCode.TraceNotAvailable)
    {
        IsFinal = true,
        DownloadName = RunFiles.Trace,
    };

    /// <summary>The page for people: one file that loads nothing and runs nothing.</summary>
    public static RunFile Report { get; } = new("report.html", "report", "text/html; charset=utf-8", "<"u8.ToArray(), ErrorCode.RecordingNotFound)
    {
        IsFinal = true,
        Policy = SecurityHeaders.Report,
    };

    /// <summary>Whether it is there, and whole, only when the run is finished.</summary>
    public bool IsFinal { get; private init; }

    /// <summary>What it is called where it is saved, behind the run's id; null: it is shown.</summary>
    public string? DownloadName { get; private init; }

    /// <summary>What a browser may do with it; null: it is no page.</summary>
    public string? Policy { get; private init; }

    /// <summary>A screenshot.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: no screenshot is named so.</exception>
    public static RunFile Screenshot(string name) => IsScreenshot(name)
        ? new($"{RunFiles.Screenshots}/{name}", $"recording/screenshots/{name}", "image/jpeg", new byte[] { 0xFF, 0xD8 }, ErrorCode.RecordingNotFound)
        : throw new PlaybookException(ErrorCode.InvalidPath, "No screenshot has a name of this form. Take the names from the run's recording/manifest.");

    /// <summary>A long text that the run has read.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: no such text is named so.</exception>
    public static RunFile Value(string name) => ValueName().IsMatch(name)
        ? new($"{RunFiles.Values}/{name}", $"values/{name}", "text/plain; charset=utf-8", ReadOnlyMemory<byte>.Empty, ErrorCode.RecordingNotFound)
        : throw new PlaybookException(ErrorCode.InvalidPath, "No value's file has a name of this form. Take the names from large_values of the run's status.");

    /// <summary>Whether a file's name is a screenshot's.</summary>
    public static bool IsScreenshot(string name) => ScreenshotName().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,139}\.txt\z", RegexOptions.CultureInvariant)]
    private static partial Regex ValueName();

    [GeneratedRegex(@"\A[0-9]{4,}_[A-Za-z0-9._-]{1,100}\.jpg\z", RegexOptions.CultureInvariant)]
    private static partial Regex ScreenshotName();
}
