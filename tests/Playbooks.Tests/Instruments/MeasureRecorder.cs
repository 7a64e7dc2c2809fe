using System.Diagnostics.Metrics;
using System.Globalization;

namespace Playbooks.Tests.Instruments;

/// <summary>Keeps what was measured in the process since it was made.</summary>
internal sealed class MeasureRecorder : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Measured> measured = [];
    private readonly MeterListener listener = new();

    public MeasureRecorder()
    {
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    public IReadOnlyList<Measured> All
    {
        get
        {
            lock (gate)
            {
                return [.. measured];
            }
        }
    }

    /// <summary>What one instrument measured, as <c>2 cicd.pipeline.name=cancel_order</c>, tags by their names.</summary>
    public IEnumerable<string> Of(string name) => All.Where(one => one.Name == name).Select(one => one.Text);

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var texts = tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $" {tag.Key}={tag.Value}");
        lock (gate)
        {
            measured.Add(new(instrument.Name, value, value.ToString(CultureInfo.InvariantCulture) + string.Concat(texts)));
        }
    }
}

/// <summary>One measurement.</summary>
internal sealed record Measured(string Name, double Value, string Text);
