using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>Decides whether an action that Playwright reports as failed reached the page all the same. Playwright's own call log says how far it came.</summary>
internal static partial class ActionDispatch
{
    /// <summary>Whether the action was carried out, or may have been.</summary>
    /// <param name="error">What Playwright threw.</param>
    public static bool IsPossible(Exception error)
    {
        var isDispatched = false;
        var hasLog = false;
        foreach (var line in error.Message.Split('\n').Select(static line => Decoration().Replace(line, string.Empty)))
        {
            hasLog |= line == "Call log:";

            // A click that another element caught, or an element that was replaced, sends Playwright back to the start.
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
