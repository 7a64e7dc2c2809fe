using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Benchmarks.Log;
using Playbooks.Server.Gateway;

namespace Playbooks.Benchmarks.Service;

/// <summary>Whether a thousand subscribers of a run of a thousand actions all get everything, and how long the replay of 10,000 events takes (aim: under 1 s).</summary>
internal static class StreamTimes
{
    private const int Subscribers = 1000;
    private const int Actions = 1000;
    private const int Replayed = 10_000;
    private const int Rounds = 5;

    /// <summary>Measures and gives the result in words.</summary>
    public static async Task<string> MeasureAsync()
    {
        var root = Directory.CreateTempSubdirectory("playbooks-stream-").FullName;
        try
        {
            await using var service = await StartedService.StartAsync(options => options.OutputRoot = root, static services => services.AddSingleton<JournalWorker>().AddSingleton<IWorker>(static provider => provider.GetRequiredService<JournalWorker>()));
            using var journal = service.Services.GetRequiredService<JournalWorker>().Begin("live");
            var opened = await Task.WhenAll(Enumerable.Range(0, Subscribers).Select(_ => service.Client.GetAsync("/runs/live/stream", HttpCompletionOption.ResponseHeadersRead)));
            var start = Stopwatch.GetTimestamp();
            var reading = opened.Select(CountAsync).ToList();
            journal.Pass(Actions);
            journal.End();
            var counts = await Task.WhenAll(reading);
            var took = Stopwatch.GetElapsedTime(start);

            using (var stored = MadeJournal.Begin(new(root, "stored")))
            {
                stored.Pass(Replayed);
                stored.End();
            }

            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var began = Stopwatch.GetTimestamp();
                var count = await CountAsync(await service.Client.GetAsync("/runs/stored/stream", HttpCompletionOption.ResponseHeadersRead));
                times.Add(count == Replayed + 1 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException($"{count} of {Replayed + 1} events were replayed."));
            }

            return string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Count(static count => count == Actions + 1)} of {Subscribers} subscribers of a run of {Actions} actions got everything, once and in order, in {took.TotalSeconds:0.0} s ({counts.Sum() / took.TotalSeconds:0} events/s, readers included); {Replayed} events replayed in {times.Median():0} ms (median of {Rounds})");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>How many events came, each the one behind the last.</summary>
    private static async Task<int> CountAsync(HttpResponseMessage response)
    {
        using var closing = response;
        var count = 0;
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(), static (_, data) => data.Length).EnumerateAsync())
        {
            count++;
            if (item.EventId != string.Create(CultureInfo.InvariantCulture, $"1-{count}"))
            {
                throw new InvalidOperationException($"The event {item.EventId} came in the place of {count}.");
            }
        }

        return count;
    }
}
