using System.Globalization;
using Playbooks.Benchmarks.Overhead;

namespace Playbooks.Benchmarks.Evidence;

/// <summary>What a run's trace costs of its time, written and masked: runs without one and runs that keep theirs, by turns.</summary>
internal static class TraceShare
{
    /// <summary>Measures so many runs of each and gives the result in words.</summary>
    public static async Task<string> MeasureAsync(int rounds)
    {
        var sides = new OverheadBenchmark();
        await sides.StartAsync();
        try
        {
            var (without, kept) = await SideBySide.MediansAsync(rounds, sides.Playbook, () => sides.PlaybookAsync(TraceMode.Always));
            var (_, forgotten) = await SideBySide.MediansAsync(rounds, sides.Playbook, () => sides.PlaybookAsync(TraceMode.OnFailure));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"without a trace {without:0.0} ms, traced and forgotten {forgotten:0.0} ms, traced and kept {kept:0.0} ms (medians of {rounds})");
        }
        finally
        {
            await sides.StopAsync();
        }
    }
}
