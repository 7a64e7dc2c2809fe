namespace Playbooks.Execution.Run;

/// <summary>Determines the time of a run's dates: that of its pages, if they have a fixed one, in their time zone.</summary>
internal static class RunClock
{
    /// <summary>Returns the start of the run.</summary>
    /// <param name="settings">The settings of the browser context.</param>
    /// <param name="time">The clock of the run.</param>
    public static DateTimeOffset Now(BrowserSettings settings, TimeProvider time)
    {
        var now = settings.Clock ?? time.GetUtcNow();
        return TimeZoneInfo.ConvertTime(now, settings.Timezone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : time.LocalTimeZone);
    }
}
