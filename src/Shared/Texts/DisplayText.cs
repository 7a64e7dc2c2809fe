using System.Globalization;

namespace Playbooks.Texts;

/// <summary>Formats numbers and times for messages.</summary>
internal static class DisplayText
{
    /// <summary>Formats a duration: <c>10 s</c>, <c>1.5 s</c>, <c>300 ms</c>.</summary>
    public static string InWords(this TimeSpan time) => time.TotalMilliseconds < 1000
        ? time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms"
        : time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    /// <summary>Formats a count: <c>1 element</c>, <c>2 elements</c>.</summary>
    public static string Of(this int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : noun + "s");
}
