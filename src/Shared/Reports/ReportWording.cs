using System.Globalization;

namespace Playbooks.Reports;

/// <summary>Formats numbers and times for people, independent of the culture.</summary>
internal static class ReportWording
{
    private const int MostValues = 4;
    private const int LongestValue = 40;

    /// <summary>Formats a duration, such as <c>12 ms</c>, <c>1.2 s</c>, or <c>2 min 5 s</c>.</summary>
    /// <param name="milliseconds">The duration in milliseconds.</param>
    public static string Duration(double milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, TimeSpan.FromDays(365).TotalMilliseconds));
        return time.TotalMilliseconds < 999.5 ? Text($"{time.TotalMilliseconds:0} ms")
            : time.TotalSeconds < 59.95 ? Text($"{time.TotalSeconds:0.0} s")
            : time.TotalHours < 1 ? Text($"{(int)time.TotalMinutes} min {time.Seconds} s")
            : Text($"{(int)time.TotalHours} h {time.Minutes} min");
    }

    /// <summary>Formats a point in time, such as <c>2026-11-21 06:59:32 UTC</c>.</summary>
    public static string Moment(DateTimeOffset moment) => Text($"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>Formats a point in time for programs, in ISO 8601 and UTC.</summary>
    public static string Iso(DateTimeOffset moment) => Text($"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}");

    /// <summary>Formats a count, such as <c>1 step</c> or <c>2 steps</c>.</summary>
    /// <param name="count">The count.</param>
    /// <param name="one">The singular noun.</param>
    /// <param name="many">The plural noun. If null, the singular with an <c>s</c>.</param>
    public static string Count(int count, string one, string? many = null) => Text($"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>Formats values on one line, such as <c>order_id = 12345 · count = 2</c>: the first four, truncated if they are long.</summary>
    public static string Values(IReadOnlyDictionary<string, string> values) =>
        string.Join(" · ", values.Take(MostValues).Select(static value => $"{value.Key} = {value.Value.Truncate(LongestValue)}").Concat(values.Count > MostValues ? ["…"] : []));

    /// <summary>Formats an attempt, such as <c>Attempt 2: failed after 1.2 s</c>.</summary>
    public static string Try(ActionRecord one) => Text($"Attempt {one.Attempt}: {(one.Success ? "passed" : "failed")} after {Duration(one.DurationMs)}");

    /// <summary>Formats a note, preceded by its step.</summary>
    public static string Note(NoteRecord note) => Note(note.Path, note.Message);

    /// <summary>Formats a note, preceded by its step.</summary>
    public static string Note(RunNote note) => Note(note.Path, note.Message);

    private static string Note(string? path, string message) => path is null ? message : $"Step {path}: {message}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
