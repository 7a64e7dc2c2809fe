using System.Diagnostics;
using System.Globalization;

namespace Playbooks.Benchmarks.Overhead;

/// <summary>
/// Runs both sides by turns and compares their medians, so that whatever else the machine does meets both alike; a benchmark
/// that runs one side after the other measures the machine's moods where a run is mostly waiting for a browser.
/// </summary>
internal static class SideBySide
{
    private const int WarmUps = 5;

    /// <summary>Compares so many rounds and gives the result in words.</summary>
    public static async Task<string> CompareAsync(int rounds)
    {
        var sides = new OverheadBenchmark();
        await sides.StartAsync();
        try
        {
            var byHand = new List<double>();
            var byPlaybook = new List<double>();
            for (var round = -WarmUps; round < rounds; round++)
            {
                // Who goes first changes, so that neither always finds the browser warmer.
                var first = round % 2 == 0 ? byHand : byPlaybook;
                foreach (var side in new[] { first, first == byHand ? byPlaybook : byHand })
                {
                    var start = Stopwatch.GetTimestamp();
                    await (side == byHand ? sides.ByHand() : sides.Playbook());
                    if (round >= 0)
                    {
                        side.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    }
                }
            }

            var (hand, playbook) = (Median(byHand), Median(byPlaybook));
            return string.Create(CultureInfo.InvariantCulture, $"by hand {hand:0.0} ms, as a playbook {playbook:0.0} ms, overhead {(playbook / hand - 1) * 100:0.0} % (medians of {rounds})");
        }
        finally
        {
            await sides.StopAsync();
        }
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
