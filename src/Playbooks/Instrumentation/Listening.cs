namespace Playbooks.Instrumentation;

/// <summary>Adds the instrumentation to the listeners of a run.</summary>
internal static class Listening
{
    /// <summary>Returns the run's listeners, preceded by the instrumentation that something in the process collects.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="caseName">The name of the case that the run belongs to, or null.</param>
    /// <remarks>The instrumentation comes first, so that spans of listeners are children of Playbooks' spans. Nothing is created if nothing is collected.</remarks>
    public static IReadOnlyList<IStepListener> Create(RunOptions options, string? caseName = null)
    {
        var spans = Spans.AreWanted;
        var measures = PlaybookMeter.AreWanted;
        if (!spans && !measures)
        {
            return options.Listeners;
        }

        List<IStepListener> listeners = [];
        if (spans)
        {
            listeners.Add(new RunSpans(caseName));
        }

        if (measures)
        {
            listeners.Add(new RunMetrics());
        }

        listeners.AddRange(options.Listeners);
        return listeners;
    }
}
