using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Playbooks.Benchmarks.Log;
using Playbooks.Benchmarks.Overhead;

namespace Playbooks.Benchmarks.Service;

/// <summary>
/// What the service takes of memory at most (aim for each: under 400 MiB): with 40 runs that read 4 MiB, with one that reads 64 MiB, with
/// runs on a page of 100,000 nodes that pass and fail, and with 10,000 runs in its folder.
/// </summary>
internal static class ServiceMemory
{
    private const int Runs = 40;
    private const int Text = 4 * 1024 * 1024;
    private const int LargeText = 64 * 1024 * 1024;
    private const int Nodes = 100_000;
    private const int StoredRuns = 10_000;

    /// <summary>Measures each, and gives each result in words as it is known.</summary>
    /// <param name="only">What is measured: <c>texts</c>, <c>large</c>, <c>page</c>, or <c>stored</c>; null: all of them.</param>
    public static async IAsyncEnumerable<string> MeasureAsync(string? only)
    {
        (string Name, Func<Task<string>> Measure)[] all = [("stored", MeasureStoredAsync), ("page", MeasurePageAsync), ("large", MeasureLargeAsync), ("texts", MeasureTextsAsync)];
        foreach (var (_, measure) in all.Where(one => only is null || one.Name == only))
        {
            yield return await measure();
        }
    }

    private static async Task<string> MeasureTextsAsync()
    {
        var (peak, length) = await WithServiceAsync(static _ => { }, static async (service, site) =>
        {
            for (var run = 0; run < Runs; run++)
            {
                await RunAsync(service.Client, site, "read_text", new { size = Text }, "completed");
            }

            return (await service.Client.GetStringAsync($"/runs?limit={Runs}")).Length;
        });
        return Line($"{Runs} runs that read {Text >> 20} MiB: {peak:0} MiB, a list of {length / 1024} KiB");
    }

    private static async Task<string> MeasureLargeAsync()
    {
        var (peak, _) = await WithServiceAsync(static _ => { }, static (service, site) => RunAsync(service.Client, site, "read_text", new { size = LargeText }, "completed"));
        return Line($"a run that reads {LargeText >> 20} MiB: {peak:0} MiB");
    }

    private static async Task<string> MeasurePageAsync()
    {
        var (peak, _) = await WithServiceAsync(static _ => { }, static async (service, site) =>
        {
            await RunAsync(service.Client, site, "large_page", new { nodes = Nodes, target = "rows" }, "completed");
            return await RunAsync(service.Client, site, "large_page", new { nodes = Nodes, target = "missing" }, "failed");
        });
        return Line($"runs on a page of {Nodes} nodes: {peak:0} MiB");
    }

    private static async Task<string> MeasureStoredAsync()
    {
        var (peak, length) = await WithServiceAsync(MakeRuns, static async (service, _) =>
        {
            var length = 0;
            for (var round = 0; round < 10; round++)
            {
                length = (await service.Client.GetStringAsync("/runs?limit=1000")).Length;
            }

            return length > StoredRuns ? length : throw new InvalidOperationException("The runs are not listed.");
        });
        return Line($"{StoredRuns} stored runs: {peak:0} MiB, a list of {length / 1024} KiB");
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static async Task<(double Peak, int Result)> WithServiceAsync(Action<string> prepare, Func<ServiceProcess, string, Task<int>> act)
    {
        var root = Directory.CreateTempSubdirectory("playbooks-memory-").FullName;
        try
        {
            prepare(root);
            await using var site = await OrderSite.StartAsync();
            using var service = await ServiceProcess.StartAsync(root);
            var result = await act(service, site.BaseUrl);
            return (await service.MemoryAsync("VmHWM"), result);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<int> RunAsync(HttpClient client, string baseUrl, string playbook, object parameters, string ends)
    {
        using var accepted = await client.PostAsJsonAsync("/runs", new { playbook, base_url = baseUrl, parameters });
        var run = await accepted.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        while (true)
        {
            var status = await client.GetFromJsonAsync<JsonElement>(run.GetProperty("status_url").GetString());
            if (status.GetProperty("status").GetString() is not ("starting" or "running") && !status.GetProperty("finalizing").GetBoolean())
            {
                return status.GetProperty("status").GetString() == ends ? 0 : throw new InvalidOperationException(status.ToString());
            }

            await Task.Delay(50);
        }
    }

    private static void MakeRuns(string root)
    {
        const string First = "run-00000";
        using (var journal = MadeJournal.Begin(new(root, First)))
        {
            journal.Pass(3);
            journal.End();
            journal.Commit();
        }

        // The others are copies: as a run writes them, each file waits for the disk, and that is not measured here.
        var files = Directory.GetFiles(Path.Combine(root, First)).Select(static file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file))).ToList();
        for (var number = 1; number < StoredRuns; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"run-{number:00000}");
            var folder = Directory.CreateDirectory(Path.Combine(root, id)).FullName;
            foreach (var (name, text) in files)
            {
                File.WriteAllText(Path.Combine(folder, name), text.Replace(First, id, StringComparison.Ordinal));
            }
        }
    }
}
