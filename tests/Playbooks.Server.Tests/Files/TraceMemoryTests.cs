using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Gateway;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;
using Playbooks.TestSupport;

namespace Playbooks.Server.Tests.Files;

public sealed class TraceMemoryTests
{
    // More than may be taken by far; the whole two GiB are for the benchmark.
    private const long TraceLength = 256L * 1024 * 1024;
    private const long MostKiB = 64 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_trace_is_passed_on_in_little_memory(bool isStored)
    {
        await using var worker = await RunningService.StartAsync(build: static builder => builder.Services.AddSingleton<IWorker, LogWorker>());
        using var log = new MadeLog(worker.Root, "large").Act(1);
        using var gateway = ChildProcess.Start("gateway", isStored ? worker.Root : worker.Root + "-elsewhere", worker.Url.ToString());
        using var client = new HttpClient { BaseAddress = new(await gateway.ReadLineAsync() ?? throw new InvalidOperationException("The gateway did not start.")) };
        if (!isStored)
        {
            // Which tells the gateway where the run is.
            Assert.Contains("running", await client.GetStringAsync("/runs/large"), StringComparison.Ordinal);
        }

        log.End();
        await using (var trace = new FileStream(Path.Combine(log.Folder, "trace.zip"), FileMode.Create))
        {
            trace.Write("PK"u8);
            trace.SetLength(TraceLength);
        }

        Assert.Equal(TraceLength, await CountAsync(client));
        var grown = Assert.Single(await gateway.EndAsync());
        Assert.InRange(long.Parse(grown, CultureInfo.InvariantCulture), 0, MostKiB);
    }

    private static async Task<long> CountAsync(HttpClient client)
    {
        await using var stream = await client.GetStreamAsync("/runs/large/recording/trace");
        var buffer = new byte[64 * 1024];
        var count = 0L;
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            count += read;
        }

        return count;
    }
}
