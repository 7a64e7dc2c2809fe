using System.Globalization;
using Playbooks.Benchmarks.Overhead;

namespace Playbooks.Benchmarks.Evidence;

/// <summary>
/// What a run's evidence costs of its time, without a trace: runs with it and runs whose folder cannot be made, by turns. Aim: under 3 %.
/// </summary>
internal static class EvidenceShare
{
    /// <summary>Measures so many runs of each and gives the result in words.</summary>
    public static async Task<string> MeasureAsync(int rounds)
    {
        var sides = new OverheadBenchmark();
        await sides.StartAsync();

        // Nothing can be made below a file: such a run says so, and goes on without its evidence.
        var file = Path.GetTempFileName();
        try
        {
            var (without, with) = await SideBySide.MediansAsync(rounds, () => sides.PlaybookAsync(Path.Combine(file, "runs")), sides.Playbook);
            return string.Create(CultureInfo.InvariantCulture, $"without evidence {without:0.0} ms, with {with:0.0} ms, so it costs {(with / without - 1) * 100:0.0} % (medians of {rounds}, no trace)");
        }
        finally
        {
            await sides.StopAsync();
            File.Delete(file);
        }
    }
}
