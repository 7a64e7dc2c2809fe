using System.Globalization;
using System.Text.Json;
using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Tests.Streaming;

/// <summary>Records of runs that never were.</summary>
internal static class MadeEvents
{
    public static DateTimeOffset Began { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An action, as it stands in a log and in a stream.</summary>
    public static string Line(long id) => JsonSerializer.Serialize(Action(id), LogJson.Record);

    public static LogRecord Action(long id, string text = "#greeting") => new ActionRecord
    {
        Id = id,
        Timestamp = Began.AddMilliseconds(id),
        Step = (int)id,
        Path = id.ToString(CultureInfo.InvariantCulture),
        Tool = "playbook",
        Action = "click",
        InputSummary = text,
        Success = true,
        Outcome = Outcome.Passed,
    };
}
