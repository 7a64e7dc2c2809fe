using System.Globalization;

namespace Playbooks.Server.Streaming;

/// <summary>Where an event stands: in which start of the run's id, and as which record of that start's log. Written as <c>2-17</c>.</summary>
/// <param name="Epoch">The epoch of the run, from 1; 0: whichever the run has.</param>
/// <param name="Record">The record's id, from 1; 0: before the first.</param>
internal readonly record struct EventPosition(int Epoch, long Record)
{
    /// <summary>The record behind which an epoch's events are wanted: those of another epoch start over.</summary>
    public long In(int epoch) => Epoch == 0 || Epoch == epoch ? Record : 0;

    /// <summary>Whether this is the end of a run, or behind it.</summary>
    public bool HasReached(EventPosition end) => In(end.Epoch) >= end.Record;

    /// <summary>Reads one; a number alone is a record of whichever epoch the run has.</summary>
    public static bool TryParse(string text, out EventPosition position)
    {
        position = default;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var epoch = 0;
        if (dash >= 0 && (!int.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out epoch) || epoch == 0))
        {
            return false;
        }

        if (!long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var record))
        {
            return false;
        }

        position = new(epoch, record);
        return true;
    }

    public override string ToString() => Epoch == 0
        ? Record.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Record}");
}
