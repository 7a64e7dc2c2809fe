using System.Text.RegularExpressions;
using Playbooks.Texts;

namespace Playbooks.Resolution;

/// <summary>A line of Playwright's ARIA snapshot: the role and the accessible name of an element.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">The accessible name, or else the text.</param>
internal sealed partial record AriaLine(string Role, string Name)
{
    private const int LongestName = 80;

    /// <summary>Parses a line. Returns null if it does not describe a named element.</summary>
    public static AriaLine? Parse(string line)
    {
        var match = Line().Match(line.Replace("\\\\", "\\", StringComparison.Ordinal));
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"].Success ? match.Groups["name"].Value : match.Groups["text"].Value.Trim().Trim('"');
        name = name.Replace("\\\"", "\"", StringComparison.Ordinal);
        return name.Length == 0 ? null : new(match.Groups["role"].Value, name.Truncate(LongestName));
    }

    /// <summary>Returns, for example, <c>button "Cancel"</c>.</summary>
    public override string ToString() => $"{Role} \"{LookAlikes.Shown(Name)}\"";

    [GeneratedRegex("""^\s*- '?(?<role>[a-z]+)(?: "(?<name>(?:\\"|[^"])*)")?(?: \[[^\]]*\])*'?(?::(?<text>.*))?$""")]
    private static partial Regex Line();
}
