using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Playbooks.Benchmarks.Log;
using Playbooks.Benchmarks.Overhead;

namespace Playbooks.Benchmarks.Service;

/// <summary>What the service takes of memory at most (aim for each: under 400 MiB): with 40 runs that read 4 MiB, with one that reads 64 MiB, and with 10,000 runs in its folder.</summary>
internal static class ServiceMemory
{
    private const int Runs = 40;
    private const int Text = 4 * 1024 * 1024;
    private const int LargeText = 64 * 1024 * 1024;
    private const int StoredRuns = 10_000;

    /// <summary>Measures and gives the result in words.</summary>
    public static async Task<string> MeasureAsync()
    {
        var texts = await WithServiceAsync(static _ => { }, async (service, site) =>
        {
            for (var run = 0; run < Runs; run++)
            {
                await ReadAsync(service.Client, site, Text);
            }

            return (await service.Client.GetStringAsync($"/runs?limit={Runs}")).Length;
        });
        var large = await WithServiceAsync(static _ => { }, static (service, site) => ReadAsync(service.Client, site, LargeText));
        var stored = await WithServiceAsync(MakeRuns, static async (service, _) =>
        {
            var length = 0;
            for (var round = 0; round < 10; round++)
            {
                length = (await service.Client.GetStringAsync("/runs?limit=1000")).Length;
            }

            return length;
        });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Runs} runs that read {Text >> 20} MiB: {texts.Peak:0} MiB, a list of {texts.Result / 1024} KiB; one that reads {LargeText >> 20} MiB: {large.Peak:0} MiB; {StoredRuns} stored runs: {stored.Peak:0} MiB, a list of {stored.Result / 1024} KiB");
    }

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

    private static async Task<int> ReadAsync(HttpClient client, string baseUrl, int size)
    {
        using var accepted = await client.PostAsJsonAsync("/runs", new { playbook = "read_text", base_url = baseUrl, parameters = new { size } });
        var run = await accepted.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        while (true)
        {
            var status = await client.GetFromJsonAsync<JsonElement>(run.GetProperty("status_url").GetString());
            if (status.GetProperty("status").GetString() is not ("starting" or "running") && !status.GetProperty("finalizing").GetBoolean())
            {
                return status.GetProperty("status").GetString() == "completed" ? 0 : throw new InvalidOperationException(status.ToString());
            }

            await Task.Delay(50);
        }
    }

    private static void MakeRuns(string root)
    {
        for (var number = 0; number < StoredRuns; number++)
        {
            using var journal = MadeJournal.Begin(new(root, string.Create(CultureInfo.InvariantCulture, $"run-{number}")));
            journal.Pass(3);
            journal.End();
            journal.Commit();
        }
    }
}
