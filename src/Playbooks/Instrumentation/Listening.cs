namespace Playbooks.Instrumentation;

/// <summary>Adds the instruments to those who are told of a run.</summary>
internal static class Listening
{
    /// <summary>The run's listeners, after the instruments that somebody in the process listens to.</summary>
    /// <remarks>First, so that spans which listeners start of their own lie below ours. Where nobody listens nothing is made.</remarks>
    public static IReadOnlyList<IStepListener> Of(RunOptions options)
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
            listeners.Add(new RunSpans(options.Case));
        }

        if (measures)
        {
            listeners.Add(new RunMetrics());
        }

        listeners.AddRange(options.Listeners);
        return listeners;
    }
}
