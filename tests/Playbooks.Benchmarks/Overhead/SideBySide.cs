using System.Diagnostics;
using System.Globalization;

namespace Playbooks.Benchmarks.Overhead;

/// <summary>
/// Runs two sides by turns and compares their medians, so that whatever else the machine does meets both alike; a benchmark
/// that runs one side after the other measures the machine's moods where a run is mostly waiting for a browser.
/// </summary>
internal static class SideBySide
{
    private const int WarmUps = 5;

    /// <summary>Compares so many rounds by hand and as a playbook, and gives the result in words.</summary>
    public static async Task<string> CompareAsync(int rounds)
    {
        var sides = new OverheadBenchmark();
        await sides.StartAsync();
        try
        {
            var (hand, playbook) = await MediansAsync(rounds, sides.ByHand, sides.Playbook);
            return string.Create(CultureInfo.InvariantCulture, $"by hand {hand:0.0} ms, as a playbook {playbook:0.0} ms, overhead {(playbook / hand - 1) * 100:0.0} % (medians of {rounds})");
        }
        finally
        {
            await sides.StopAsync();
        }
    }

    /// <summary>The medians of both sides, in milliseconds.</summary>
    public static async Task<(double One, double Other)> MediansAsync(int rounds, Func<Task<string>> one, Func<Task<string>> other)
    {
        var ofOne = new List<double>();
        var ofOther = new List<double>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            // Who goes first changes, so that neither always finds the browser warmer.
            foreach (var isOne in round % 2 == 0 ? new[] { true, false } : [false, true])
            {
                var start = Stopwatch.GetTimestamp();
                await (isOne ? one() : other());
                if (round >= 0)
                {
                    (isOne ? ofOne : ofOther).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return (ofOne.Median(), ofOther.Median());
    }
}
