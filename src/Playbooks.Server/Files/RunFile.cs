using System.Text.RegularExpressions;
using Playbooks.Server.Security;

namespace Playbooks.Server.Files;

/// <summary>Describes a file of a run, as it is stored and as it is served.</summary>
/// <param name="Path">The path in the run's folder.</param>
/// <param name="Address">The URL path relative to the run.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Begin">The first bytes of every valid file of this kind.</param>
/// <param name="Missing">The error code if the file does not exist.</param>
internal sealed partial record RunFile(string Path, string Address, string ContentType, ReadOnlyMemory<byte> Begin, ErrorCode Missing)
{
    /// <summary>Gets the description of Playwright's trace.</summary>
    public static RunFile Trace { get; } = new(RunFiles.Trace, "recording/trace", "application/zip", "PK"u8.ToArray(), ErrorCode.TraceNotAvailable)
    {
        IsFinal = true,
        DownloadName = RunFiles.Trace,
    };

    /// <summary>Gets the description of the HTML report, a self-contained page without scripts.</summary>
    public static RunFile Report { get; } = new("report.html", "report", "text/html; charset=utf-8", "<"u8.ToArray(), ErrorCode.RecordingNotFound)
    {
        IsFinal = true,
        Policy = SecurityHeaders.Report,
    };

    /// <summary>Gets whether the file is complete only after the run has finished.</summary>
    public bool IsFinal { get; private init; }

    /// <summary>Gets the file name for downloads, which follows the run's id, or null if the file is displayed.</summary>
    public string? DownloadName { get; private init; }

    /// <summary>Gets the content security policy, or null if the file is not a page.</summary>
    public string? Policy { get; private init; }

    /// <summary>Returns the description of a screenshot.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the name is not that of a screenshot.</exception>
    public static RunFile Screenshot(string name) => IsScreenshot(name)
        ? name.EndsWith(".png", StringComparison.Ordinal)
            ? new($"{RunFiles.Screenshots}/{name}", $"recording/screenshots/{name}", "image/png", new byte[] { 0x89, 0x50 }, ErrorCode.RecordingNotFound)
            : new($"{RunFiles.Screenshots}/{name}", $"recording/screenshots/{name}", "image/jpeg", new byte[] { 0xFF, 0xD8 }, ErrorCode.RecordingNotFound)
        : throw new PlaybookException(ErrorCode.InvalidPath, "The screenshot name is invalid. Use a name from the run's recording/manifest.");

    /// <summary>Returns the description of a long text.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the name is not that of a long text.</exception>
    public static RunFile Value(string name) => ValueName().IsMatch(name)
        ? new($"{RunFiles.Values}/{name}", $"values/{name}", "text/plain; charset=utf-8", ReadOnlyMemory<byte>.Empty, ErrorCode.RecordingNotFound)
        : throw new PlaybookException(ErrorCode.InvalidPath, "The file name is invalid. Use a name from large_values of the run's status.");

    /// <summary>Determines whether a file name is that of a screenshot.</summary>
    public static bool IsScreenshot(string name) => ScreenshotName().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,139}\.txt\z", RegexOptions.CultureInvariant)]
    private static partial Regex ValueName();

    [GeneratedRegex(@"\A[0-9]{4,}_[A-Za-z0-9._-]{1,100}\.(jpg|png)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ScreenshotName();
}
