using System.Globalization;

namespace Playbooks.Server.Streaming;

/// <summary>The position of an event: the epoch of the run, and the record in the log of that epoch. Its text is, for example, <c>2-17</c>.</summary>
/// <param name="Epoch">The epoch of the run, starting at 1, or 0 for any epoch.</param>
/// <param name="Record">The id of the record, starting at 1, or 0 for the position before the first.</param>
internal readonly record struct EventPosition(int Epoch, long Record)
{
    /// <summary>Returns the record after which events of an epoch are requested. The events of another epoch start over.</summary>
    public long In(int epoch) => Epoch == 0 || Epoch == epoch ? Record : 0;

    /// <summary>Determines whether this position is at or after the end of a run.</summary>
    public bool HasReached(EventPosition end) => In(end.Epoch) >= end.Record;

    /// <summary>Parses a position. A number alone is a record of any epoch.</summary>
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
