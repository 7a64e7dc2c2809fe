using System.Net;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Streaming;

/// <summary>Readers as they are: cut off, slow, dead, many.</summary>
public sealed class StreamReaderTests
{
    private const int Cuts = 100;
    private const int Seed = 20260101;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_is_cut_off_a_hundred_times_sees_every_event_once_and_in_order(bool throughGateway)
    {
        await using var worker = await RunningService.StartAsync(build: static builder => builder.Services.AddSingleton<IWorker, LogWorker>());
        await using var gateway = await RunningService.StartAsync(options =>
        {
            options.Role = PlaybooksRole.Gateway;
            options.OutputRoot = worker.Root;
            options.Workers.Add(worker.Url);
        });
        var client = (throughGateway ? gateway : worker).Client;
        using var log = new MadeLog(worker.Root, "cut");
        var random = new Random(Seed);
        var seen = new List<SseItem<string>>();
        for (var cut = 0; cut < Cuts; cut++)
        {
            log.Act(5);
            using var response = await client.OpenStreamAsync("cut", seen.Count);
            log.Act(5);
            seen.AddRange(await ReadPartAsync(await response.Content.ReadAsStreamAsync(), random.Next(2000)));
        }

        Assert.InRange(seen.Count, Cuts, Cuts * 9);
        log.End();
        seen.AddRange(await client.ReadStreamAsync("cut", seen.Count));

        Assert.Equal(SseClient.UpTo((Cuts * 10) + 1), seen.Ids());
        Assert.Equal(log.Lines[..^1], seen[..^1].Select(static item => item.Data));
        Assert.Equal("complete", seen[^1].EventType);
        if (throughGateway)
        {
            Assert.True(gateway.Services.GetRequiredService<RunLocations>().Known("cut") is { Mark.IsActive: true }, "The events came past the worker.");
        }
    }

    [Fact]
    public async Task A_gateway_that_starts_anew_finds_a_run_at_its_worker_and_can_follow_it()
    {
        await using var worker = await RunningService.StartAsync(build: static builder => builder.Services.AddSingleton<IWorker, LogWorker>());
        using var log = new MadeLog(worker.Root, "found").Act(2);
        await using var gateway = await RunningService.StartAsync(options =>
        {
            options.Role = PlaybooksRole.Gateway;
            options.Workers.Add(worker.Url);
        });

        // Nothing of it is stored where this gateway looks.
        using var response = await gateway.Client.OpenStreamAsync("found");
        log.End();
        Assert.Contains("event: complete\nid: 1-3\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_for_long_loses_nothing()
    {
        await using var service = await RunningService.StartAsync();
        using var log = new MadeLog(service.Root, "slow").Act(100);
        using var response = await service.Client.OpenStreamAsync("slow");
        log.Act(2000, new string('x', 2000)).End();

        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add(item);
        }

        Assert.Equal(SseClient.UpTo(2101), events.Ids());
    }

    [Fact]
    public async Task A_dead_reader_is_put_out()
    {
        await using var service = await RunningService.StartAsync(static options => options.WriteTimeout = TimeSpan.FromMilliseconds(200));
        using var log = new MadeLog(service.Root, "dead").Act(10_000, new string('x', 2000)).End();
        var subscribers = service.Services.GetRequiredService<Subscribers>();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, service.Url.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /runs/dead/stream HTTP/1.1\r\nHost: 127.0.0.1:{service.Url.Port}\r\n\r\n"));
        // The head is there, and nothing more is ever read.
        await socket.ReceiveAsync(new byte[100]);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (subscribers.Count > 0)
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    [Fact]
    public async Task A_reader_too_many_is_told_to_come_back()
    {
        await using var service = await RunningService.StartAsync(static options => options.MaxSubscribers = 1);
        using var log = new MadeLog(service.Root, "full").Act(1);
        using var first = await service.Client.OpenStreamAsync("full");

        using var second = await service.Client.OpenStreamAsync("full");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task Two_hundred_readers_of_a_run_under_way_all_get_everything()
    {
        await using var service = await RunningService.StartAsync();
        using var log = new MadeLog(service.Root, "many");
        var reading = Enumerable.Range(0, 200).Select(_ => service.Client.ReadStreamAsync("many")).ToList();
        for (var batch = 0; batch < 10; batch++)
        {
            log.Act(10);
            await Task.Yield();
        }

        log.End();
        var last = string.Empty;
        foreach (var events in await Task.WhenAll(reading))
        {
            Assert.Equal(SseClient.UpTo(101), events.Ids());
            last = last.Length == 0 ? events[^1].Data : last;
            Assert.Equal(last, events[^1].Data);
        }
    }

    /// <summary>The whole events of the first so many bytes.</summary>
    private static async Task<List<SseItem<string>>> ReadPartAsync(Stream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes);
        var items = new List<SseItem<string>>();
        using var part = new MemoryStream(bytes);
        foreach (var item in SseParser.Create(part).Enumerate())
        {
            items.Add(item);
        }

        return items;
    }
}
