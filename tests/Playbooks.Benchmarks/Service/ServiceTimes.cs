using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Benchmarks.Overhead;
using Playbooks.Browsing;

namespace Playbooks.Benchmarks.Service;

/// <summary>
/// How long a start takes to its first event beyond the page's own time, which is that of the same calls by hand, neither traced (aim: under 50 ms), what the idle service takes of memory
/// with its browser closed (aim: under 120 MiB), and how much a trace of 2 GiB adds (aim: under 64 MiB).
/// </summary>
internal static class ServiceTimes
{
    private const long TraceLength = 2L * 1024 * 1024 * 1024;

    /// <summary>Measures and gives the result in words.</summary>
    public static async Task<string> MeasureAsync(int rounds)
    {
        var root = Directory.CreateTempSubdirectory("playbooks-service-").FullName;
        try
        {
            await using var site = await OrderSite.StartAsync();
            using var service = await ServiceProcess.StartAsync(root);
            await using var browser = await BrowserSession.StartAsync();
            var times = new List<double>();
            var byHand = new List<double>();
            var last = string.Empty;
            for (var round = -3; round < rounds; round++)
            {
                // By turns, so that what else the machine does is in both.
                var page = await OpenByHandAsync(browser, site.BaseUrl);
                var (runId, took) = await FirstEventAsync(service.Client, site.BaseUrl);
                last = runId;
                if (round >= 0)
                {
                    byHand.Add(page);
                    times.Add(took);
                }
            }

            while (service.HasChildren())
            {
                await Task.Delay(100);
            }

            // A little later the service gives back what the runs left.
            await Task.Delay(TimeSpan.FromSeconds(8));
            var idle = await service.MemoryAsync("VmRSS");
            var stored = await TraceGrowthAsync(root, last, service);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"start to first event {times.Median():0} ms, of which the page's own time is {byHand.Median():0} ms (medians of {rounds}); idle with its browser closed {idle:0} MiB; a stored trace of 2 GiB adds {stored:0} MiB");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<double> OpenByHandAsync(BrowserSession browser, string baseUrl)
    {
        var start = Stopwatch.GetTimestamp();
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(baseUrl + "/orders", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<(string RunId, double Took)> FirstEventAsync(HttpClient client, string baseUrl)
    {
        var start = Stopwatch.GetTimestamp();
        using var accepted = await client.PostAsJsonAsync("/runs", new { playbook = "order_search", base_url = baseUrl, parameters = new { query = "late" }, recording = new { trace = false } });
        var run = await accepted.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        using var stream = await client.GetAsync(run.GetProperty("stream_url").GetString(), HttpCompletionOption.ResponseHeadersRead);
        double? took = null;
        await foreach (var item in SseParser.Create(await stream.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            var came = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            using var record = JsonDocument.Parse(item.Data);
            if (took is null && record.RootElement.TryGetProperty("type", out var type) && type.ValueEquals("action"))
            {
                took = came;
            }
        }

        return (run.GetProperty("run_id").GetString()!, took ?? throw new InvalidOperationException("The run did nothing."));
    }

    private static async Task<double> TraceGrowthAsync(string root, string runId, ServiceProcess service)
    {
        // The run may still be writing down what it left.
        while (!(await service.Client.GetFromJsonAsync<JsonElement>($"/runs/{runId}/recording/manifest")).GetProperty("complete").GetBoolean())
        {
            await Task.Delay(20);
        }

        await using (var trace = new FileStream(Path.Combine(root, runId, "trace.zip"), FileMode.Create))
        {
            trace.Write("PK"u8);
            trace.SetLength(TraceLength);
        }

        var before = await service.MemoryAsync("VmRSS");
        await using var stream = await service.Client.GetStreamAsync($"/runs/{runId}/recording/trace");
        var buffer = new byte[128 * 1024];
        var peak = before;
        var count = 0L;
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            if ((count += read) >> 24 != (count - read) >> 24)
            {
                peak = Math.Max(peak, await service.MemoryAsync("VmRSS"));
            }
        }

        return count == TraceLength ? peak - before : throw new InvalidOperationException($"{count} of {TraceLength} bytes came.");
    }
}
