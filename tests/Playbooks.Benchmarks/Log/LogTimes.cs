using System.Diagnostics;
using System.Globalization;
using Playbooks.RunFolder;

namespace Playbooks.Benchmarks.Log;

/// <summary>What an action costs in the log (aim: under 50 µs in the median), and whether 64 logs written at once lose any.</summary>
internal static class LogTimes
{
    private const int WarmUps = 2_000;
    private const int Entries = 20_000;
    private const int Logs = 64;
    private const int EntriesEach = 1_000;

    /// <summary>Measures and gives the result in words.</summary>
    public static async Task<string> MeasureAsync()
    {
        var root = Directory.CreateTempSubdirectory("playbooks-log-").FullName;
        try
        {
            var alone = Write(new(root, "alone"), WarmUps + Entries)[WarmUps..].Order().ToList();

            var start = Stopwatch.GetTimestamp();
            var together = await Task.WhenAll(Enumerable.Range(0, Logs).Select(number => Task.Run(() => Write(new(root, $"log_{number}"), EntriesEach))));
            var took = Stopwatch.GetElapsedTime(start);
            var side = together.SelectMany(static times => times).ToList();
            var lost = Enumerable.Range(0, Logs).Sum(number => EntriesEach - Readable(Path.Combine(root, $"log_{number}")));

            return string.Create(
                CultureInfo.InvariantCulture,
                $"alone: median {alone.Median():0.0} µs, 99 % under {alone[Entries * 99 / 100]:0.0} µs ({Entries} entries); {Logs} logs at once: median {side.Median():0.0} µs, {side.Count / took.TotalSeconds:0}/s, {lost} of {Logs * EntriesEach} lost");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Runs so many steps past a journal; gives what the end of each cost, in microseconds.</summary>
    private static double[] Write(RunDirectory folder, int entries)
    {
        var times = new double[entries];
        using var made = MadeJournal.Begin(folder);
        var journal = made.Steps;
        for (var number = 0; number < entries; number++)
        {
            journal.OnStepStarted(MadeSteps.Started);
            var start = Stopwatch.GetTimestamp();
            journal.OnStepEnded(MadeSteps.Ended);
            times[number] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return times;
    }

    private static int Readable(string folder)
    {
        var run = StoredRun.Read(folder);
        return run.Problems.Count == 0 ? run.Actions.Count() : throw new InvalidOperationException(run.Problems[0]);
    }
}
