using System.Globalization;

namespace Playbooks.Reports;

/// <summary>Numbers and times as people read them, the same in every culture.</summary>
internal static class ReportWording
{
    private const int MostValues = 4;
    private const int LongestValue = 40;

    /// <summary>Such as <c>12 ms</c>, <c>1.2 s</c> or <c>2 min 5 s</c>.</summary>
    /// <param name="milliseconds">How long.</param>
    public static string Duration(double milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, TimeSpan.FromDays(365).TotalMilliseconds));
        return time.TotalMilliseconds < 999.5 ? Text($"{time.TotalMilliseconds:0} ms")
            : time.TotalSeconds < 59.95 ? Text($"{time.TotalSeconds:0.0} s")
            : time.TotalHours < 1 ? Text($"{(int)time.TotalMinutes} min {time.Seconds} s")
            : Text($"{(int)time.TotalHours} h {time.Minutes} min");
    }

    /// <summary>Such as <c>2026-11-21 06:59:32 UTC</c>.</summary>
    public static string Moment(DateTimeOffset moment) => Text($"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>For programs: ISO 8601 in UTC.</summary>
    public static string Iso(DateTimeOffset moment) => Text($"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}");

    /// <summary>Such as <c>1 step</c> or <c>2 steps</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called; null: the same with an <c>s</c>.</param>
    public static string Count(int count, string one, string? many = null) => Text($"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>Values by name in one line, such as <c>order_id = 12345 · count = 2</c>: the first four of them, cut where they are long.</summary>
    public static string Values(IReadOnlyDictionary<string, string> values) =>
        string.Join(" · ", values.Take(MostValues).Select(static value => $"{value.Key} = {value.Value.Truncate(LongestValue)}").Concat(values.Count > MostValues ? ["…"] : []));

    /// <summary>Such as <c>Try 2: failed after 1.2 s</c>.</summary>
    public static string Try(ActionRecord one) => Text($"Try {one.Attempt}: {(one.Success ? "passed" : "failed")} after {Duration(one.DurationMs)}");

    /// <summary>A note's sentence, behind the step that it belongs to.</summary>
    public static string Note(NoteRecord note) => note.Path is null ? note.Message : $"Step {note.Path}: {note.Message}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
