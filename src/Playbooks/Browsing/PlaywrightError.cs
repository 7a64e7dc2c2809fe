using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Translates Playwright's errors for people.</summary>
internal static partial class PlaywrightError
{
    /// <summary>Determines whether another attempt may succeed, because the document was replaced while it was read.</summary>
    public static bool IsTransient(PlaywrightException error) =>
        error.Message.Contains("Execution context was destroyed", StringComparison.Ordinal)
        || error.Message.Contains("Cannot find context", StringComparison.Ordinal)
        || error.Message.Contains("Frame was detached", StringComparison.Ordinal)
        || error.Message.Contains("Inspected target navigated or closed", StringComparison.Ordinal)
        || error.Message.Contains("No frame for given id found", StringComparison.Ordinal)
        || error.Message.Contains("because of a navigation", StringComparison.Ordinal);

    /// <summary>Determines whether a selector matched several elements instead of one.</summary>
    public static bool IsSeveral(PlaywrightException error) => error.Message.Contains("strict mode violation", StringComparison.Ordinal);

    /// <summary>Determines whether the page no longer exists, so that waiting is pointless.</summary>
    public static bool IsClosed(PlaywrightException error) =>
        error.Message.Contains("has been closed", StringComparison.Ordinal)
        || error.Message.Contains("Target crashed", StringComparison.Ordinal)
        || error.Message.Contains("Page crashed", StringComparison.Ordinal);

    /// <summary>Creates an error with one sentence: what was attempted, and why it failed. Playwright's message is kept as the cause.</summary>
    /// <param name="error">The error from Playwright.</param>
    /// <param name="attempt">What was attempted, such as <c>Clicking #save</c>.</param>
    /// <param name="known">Text that the message should not repeat, or null.</param>
    public static PlaybookException Explain(Exception error, string attempt, string? known = null)
    {
        var reason = error is PlaywrightException gone && IsClosed(gone) ? "the page was closed or crashed" : FirstLine(error.Message);
        if (known is not null)
        {
            reason = reason.Replace(known, string.Empty, StringComparison.Ordinal);
        }

        var advice = Certificate().IsMatch(reason) ? " The browser does not trust the certificate of this server. To accept it, set browser: { ignore_https_errors: true }." : string.Empty;
        return new(ErrorCode.StepFailed, $"{attempt} failed: {reason.TrimEnd('.')}{(reason.EndsWith('?') ? string.Empty : ".")}{advice}", Clean(error));
    }

    /// <summary>Returns the error without colors, repeated lines, and internal names. It keeps all information, so that it can replace the original.</summary>
    public static PlaywrightException Clean(Exception error) => new(CleanText(error.Message));

    /// <summary>Returns the message without its prefix and without the log after it.</summary>
    public static string FirstLine(string message)
    {
        var text = CleanText(message);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text : text[..end].TrimEnd();
    }

    /// <summary>Removes noise from a message: colors, prefixes, repeated lines, and times that the runtime's own messages contain.</summary>
    public static string CleanText(string message)
    {
        var lines = new List<string>();
        foreach (var line in Color().Replace(message, string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var text = Inner().Replace(Prefix().Replace(line, string.Empty), string.Empty).TrimStart('-', ' ');
            if (text.Length > 0 && !lines.Contains(text) && !Waiting().IsMatch(text))
            {
                lines.Add(text);
            }
        }

        return string.Join('\n', lines);
    }

    // As Chromium, Firefox, and Playwright's own requests say it.
    [GeneratedRegex("ERR_CERT_|SEC_ERROR_|MOZILLA_PKIX_ERROR_|SSL_ERROR_BAD_CERT_|self[- ]signed certificate|certificate has expired|unable to (?:verify the first|get local issuer) certificate|does not match certificate's altnames")]
    private static partial Regex Certificate();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Color();

    [GeneratedRegex(@"^(?:Error: |(?:Protocol error|[a-zA-Z]+\.[a-zA-Z$]+)(?: \([^)]*\))?: )+")]
    private static partial Regex Prefix();

    // Additions of the runtime to selectors are not part of the user's selector.
    [GeneratedRegex(@" >> visible=true|\.filter\(\{ visible: true \}\)|(?<=\))\.Visible\b|^\d+ × ")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?:Call log:|Timeout [\d.]+ms exceeded\.|waiting \d+ms|retrying [\w ]+ action.*|at (?:eval \(<anonymous>\)|eval \(eval at evaluate .*|UtilityScript\b.*))$")]
    private static partial Regex Waiting();
}
