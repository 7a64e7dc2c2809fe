using System.Diagnostics;

namespace Playbooks.Tests.Instruments;

/// <summary>Keeps the spans of the process that ended since it was made.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Activity> started = [];
    private readonly List<Activity> ended = [];
    private readonly ActivityListener listener;

    public SpanRecorder()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = span => Keep(span, started),
            ActivityStopped = span => Keep(span, ended),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<Activity> Ended
    {
        get
        {
            lock (gate)
            {
                return [.. ended];
            }
        }
    }

    /// <summary>Their names, each below the one that it is part of, in the order in which they began.</summary>
    public string Tree() => string.Join('\n', Below(default, ""));

    /// <summary>What a span says, by the names of its tags.</summary>
    public IReadOnlyDictionary<string, object?> TagsOf(string name) => Ended.Single(span => span.DisplayName == name).TagObjects.ToDictionary();

    public void Dispose() => listener.Dispose();

    private IEnumerable<string> Below(ActivitySpanId parent, string indent) =>
        started.Where(span => span.ParentSpanId == parent)
            .SelectMany(span => Below(span.SpanId, indent + "  ").Prepend(indent + span.DisplayName));

    private void Keep(Activity span, List<Activity> kept)
    {
        lock (gate)
        {
            kept.Add(span);
        }
    }
}
