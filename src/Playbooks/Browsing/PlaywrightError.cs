using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Turns what Playwright says into what a person can use.</summary>
internal static partial class PlaywrightError
{
    /// <summary>Whether the next look may well succeed: the document was replaced while it was read.</summary>
    public static bool IsTransient(PlaywrightException error) =>
        error.Message.Contains("Execution context was destroyed", StringComparison.Ordinal)
        || error.Message.Contains("Cannot find context", StringComparison.Ordinal)
        || error.Message.Contains("Frame was detached", StringComparison.Ordinal)
        || error.Message.Contains("because of a navigation", StringComparison.Ordinal);

    /// <summary>Whether a selector matched several elements where one is due.</summary>
    public static bool IsSeveral(PlaywrightException error) => error.Message.Contains("strict mode violation", StringComparison.Ordinal);

    /// <summary>Whether the page is gone, so that waiting is no use.</summary>
    public static bool IsClosed(PlaywrightException error) =>
        error.Message.Contains("has been closed", StringComparison.Ordinal)
        || error.Message.Contains("Target crashed", StringComparison.Ordinal)
        || error.Message.Contains("Page crashed", StringComparison.Ordinal);

    /// <summary>One sentence: what was attempted, and why it failed. Playwright's own words are kept as the cause.</summary>
    /// <param name="error">What Playwright threw.</param>
    /// <param name="attempt">What was attempted, as <c>Clicking #save</c>.</param>
    /// <param name="known">What need not be said twice.</param>
    public static PlaybookException Explain(Exception error, string attempt, string? known = null)
    {
        var reason = error is PlaywrightException gone && IsClosed(gone) ? "the page was closed or crashed meanwhile" : FirstLine(error.Message);
        if (known is not null)
        {
            reason = reason.Replace(known, string.Empty, StringComparison.Ordinal);
        }

        return new(ErrorCode.StepFailed, $"{attempt} failed: {reason.TrimEnd('.')}{(reason.EndsWith('?') ? string.Empty : ".")}", Clean(error));
    }

    /// <summary>The same error without colours, repeated lines and internal names; all that it says stays, so it stands for the original.</summary>
    public static PlaywrightException Clean(Exception error) => new(CleanText(error.Message));

    /// <summary>The message without its prefix and the log that follows it.</summary>
    public static string FirstLine(string message)
    {
        var text = CleanText(message);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text : text[..end].TrimEnd();
    }

    /// <summary>The message without noise: colours, prefixes, repeated lines, and times that our own sentences tell.</summary>
    public static string CleanText(string message)
    {
        var lines = new List<string>();
        foreach (var line in Colour().Replace(message, string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var text = Inner().Replace(Prefix().Replace(line, string.Empty), string.Empty).TrimStart('-', ' ');
            if (text.Length > 0 && !lines.Contains(text) && !Waiting().IsMatch(text))
            {
                lines.Add(text);
            }
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^(?:Error: |(?:Protocol error|[a-zA-Z]+\.[a-zA-Z$]+)(?: \([^)]*\))?: )+")]
    private static partial Regex Prefix();

    // What we append to selectors is our business.
    [GeneratedRegex(@" >> visible=true|\.filter\(\{ visible: true \}\)|(?<=\))\.Visible\b|^\d+ × ")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?:Call log:|Timeout [\d.]+ms exceeded\.|waiting \d+ms|retrying [\w ]+ action.*|at (?:eval \(<anonymous>\)|eval \(eval at evaluate .*|UtilityScript\b.*))$")]
    private static partial Regex Waiting();
}
