using System.Text.RegularExpressions;
using Playbooks.Texts;

namespace Playbooks.Resolution;

/// <summary>A line of Playwright's aria snapshot: an element's role and accessible name.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Name">Its accessible name, or its text where it has none.</param>
internal sealed partial record AriaLine(string Role, string Name)
{
    private const int LongestName = 80;

    /// <summary>Reads a line; null: it tells of no named element.</summary>
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

    /// <summary>As <c>button "Cancel"</c>.</summary>
    public override string ToString() => $"{Role} \"{LookAlikes.Shown(Name)}\"";

    [GeneratedRegex("""^\s*- '?(?<role>[a-z]+)(?: "(?<name>(?:\\"|[^"])*)")?(?: \[[^\]]*\])*'?(?::(?<text>.*))?$""")]
    private static partial Regex Line();
}
