using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>Determines from Playwright's call log whether a failed action may nevertheless have reached the page.</summary>
internal static partial class ActionDispatch
{
    /// <summary>Determines whether the action was performed, or may have been.</summary>
    /// <param name="error">The error from Playwright.</param>
    public static bool IsPossible(Exception error)
    {
        var isDispatched = false;
        var hasLog = false;
        foreach (var line in error.Message.Split('\n').Select(static line => Decoration().Replace(line, string.Empty)))
        {
            hasLog |= line == "Call log:";

            // If another element intercepts the click, or the element is replaced, Playwright starts over.
            isDispatched = Begun().IsMatch(line) || (isDispatched && !Again().IsMatch(line));
        }

        return isDispatched || (!hasLog && error is PlaywrightException closed && PlaywrightError.IsClosed(closed));
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m|^[-\s]+|^\s*\d+ × ")]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^(?:performing [\w ]+ action$|elementHandle\.press\()")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(?:retrying [\w ]+ action|element was detached from the DOM, retrying)")]
    private static partial Regex Again();
}
