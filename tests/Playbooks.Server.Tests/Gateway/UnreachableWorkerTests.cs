using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;

namespace Playbooks.Server.Tests.Gateway;

/// <summary>A gateway whose worker fails in every way that a process and a network can fail.</summary>
public sealed class UnreachableWorkerTests : IAsyncLifetime, IDisposable
{
    private const string EventStream = "text/event-stream";
    private readonly FaultyWorker worker = FaultyWorker.Listen();
    private readonly Recorded recorded = new();
    private readonly MeterListener meters = new();
    private RunningService gateway = null!;
    private MadeLog log = null!;
    private long inactive;

    public async Task InitializeAsync()
    {
        gateway = await RunningService.StartAsync(
            options =>
            {
                options.Role = PlaybooksRole.Gateway;
                options.Workers.Add(worker.Url);
                options.UpstreamTimeout = TimeSpan.FromSeconds(3);
                options.UpstreamIdleTimeout = TimeSpan.FromMilliseconds(500);
                options.KeepAlive = TimeSpan.FromMilliseconds(100);
            },
            builder => builder.Services.AddSingleton<ILoggerProvider>(recorded));
        var scope = gateway.Services.GetRequiredService<IMeterFactory>();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "playbooks.runs.inactive" && instrument.Meter.Scope == scope)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref inactive, count));
        meters.Start();
        log = new MadeLog(gateway.Root, "live").Act(3);
    }

    public void Dispose()
    {
        meters.Dispose();
        recorded.Dispose();
    }

    public async Task DisposeAsync()
    {
        log.Dispose();
        await gateway.DisposeAsync();
        await worker.DisposeAsync();
    }

    public static TheoryData<string> Nothing => new(Failures.Keys);

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task A_stream_that_fails_before_its_first_event_is_replayed_whole_from_what_is_stored(string failure)
    {
        worker.Stream = Failures[failure];

        var events = await gateway.Client.ReadStreamAsync("live");

        Assert.Equal(log.Lines, events[..3].Select(static item => item.Data));
        Assert.Equal([1L, 2L, 3L, 4L], events.Ids());
        Assert.Equal("complete", events[3].EventType);
        Assert.Contains("\"code\":\"UPSTREAM_UNREACHABLE\"", events[3].Data, StringComparison.Ordinal);
        AssertInactiveOnce();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_fails_after_some_events_is_broken_off_and_who_comes_back_gets_what_is_missing(bool hangs)
    {
        // The third event is cut off in its middle.
        worker.Stream = FaultyWorker.Chunked(EventStream, Event(1), Event(2), Event(3)[..^9]) with { Hangs = hangs };

        var events = await gateway.Client.ReadStreamAsync("live");

        Assert.Equal(log.Lines[..2], events[..2].Select(static item => item.Data));
        Assert.Equal(("error", "{\"code\":\"UPSTREAM_UNREACHABLE\",\"retryable\":true}"), (events[2].EventType, events[2].Data));
        Assert.Equal(3, events.Count);
        Assert.Equal("1-2", events[1].EventId);
        Assert.Equal([3L, 4L], (await gateway.Client.ReadStreamAsync("live", after: 2)).Ids());
        AssertInactiveOnce();
    }

    [Fact]
    public async Task An_error_event_has_no_id()
    {
        worker.Stream = FaultyWorker.Chunked(EventStream, Event(1));
        using var response = await gateway.Client.OpenStreamAsync("live");

        Assert.EndsWith("\n\nevent: error\ndata: {\"code\":\"UPSTREAM_UNREACHABLE\",\"retryable\":true}\n\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_readers_whose_worker_fails_at_once_mark_the_run_inactive_once()
    {
        worker.Together = 50;

        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => gateway.Client.ReadStreamAsync("live")));

        Assert.All(all, static events => Assert.Equal([1L, 2L, 3L, 4L], events.Ids()));
        AssertInactiveOnce();
    }

    [Fact]
    public async Task A_worker_that_disappears_between_status_and_stream_leaves_what_is_stored()
    {
        Assert.Equal("running", await StatusAsync());
        await worker.DisposeAsync();

        Assert.Equal([1L, 2L, 3L, 4L], (await gateway.Client.ReadStreamAsync("live")).Ids());
        Assert.Equal("terminated", await StatusAsync());
        AssertInactiveOnce();
    }

    [Fact]
    public async Task A_run_that_is_inactive_is_told_as_terminated_until_its_end_is_stored()
    {
        worker.Stream = Failures["closes at once"];
        await gateway.Client.ReadStreamAsync("live");

        var status = await gateway.Client.GetFromJsonAsync<JsonElement>("/runs/live");
        Assert.Equal("terminated", status.GetProperty("status").GetString());
        Assert.Equal("UPSTREAM_UNREACHABLE", status.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("terminated", (await gateway.Client.GetFromJsonAsync<JsonElement>("/runs")).GetProperty("runs")[0].GetProperty("status").GetString());

        log.End();
        Assert.Equal("completed", await StatusAsync());
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task A_trace_that_fails_before_its_first_byte_is_delivered_whole_from_what_is_stored(string failure)
    {
        await FindAndEndAsync();
        worker.Trace = Failures[failure] with { Text = Failures[failure].Text.Replace(EventStream, "application/zip", StringComparison.Ordinal) };

        using var answer = await gateway.Client.GetAsync("/runs/live/recording/trace");

        Assert.Equal("PK stored", await answer.Content.ReadAsStringAsync());
        Assert.Equal(9, answer.Content.Headers.ContentLength);
        AssertInactiveOnce();
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nPK")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n\r\nPK without a length")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 3\r\n\r\nZIP")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 2\r\nContent-Encoding: br\r\n\r\nPK")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")]
    public async Task What_is_no_whole_trace_for_sure_is_not_taken_for_one(string reply)
    {
        await FindAndEndAsync();
        worker.Trace = new(reply);

        Assert.Equal("PK stored", await gateway.Client.GetStringAsync("/runs/live/recording/trace"));
        AssertInactiveOnce();
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 100\r\n\r\nPK live", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 100\r\n\r\nPK live", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nTransfer-Encoding: chunked\r\n\r\n7\r\nPK live\r\n", false)]
    public async Task A_trace_that_breaks_off_is_aborted_and_nothing_is_appended(string reply, bool hangs)
    {
        await FindAndEndAsync();
        worker.Trace = new(reply, hangs);

        using var received = new MemoryStream();
        var failure = await Record.ExceptionAsync(async () =>
        {
            using var answer = await gateway.Client.GetAsync("/runs/live/recording/trace", HttpCompletionOption.ResponseHeadersRead);
            await (await answer.Content.ReadAsStreamAsync()).CopyToAsync(received);
        });

        Assert.True(failure is HttpRequestException or IOException, failure?.ToString());
        Assert.StartsWith(Encoding.ASCII.GetString(received.ToArray()), "PK live", StringComparison.Ordinal);
        AssertInactiveOnce();
    }

    [Fact]
    public async Task With_nothing_live_and_nothing_stored_there_is_no_trace()
    {
        await FindAsync();

        using var answer = await gateway.Client.GetAsync("/runs/live/recording/trace");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("TRACE_NOT_AVAILABLE", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_of_a_worker_that_works_comes_from_the_worker()
    {
        await FindAsync();
        worker.Trace = FaultyWorker.Whole("application/zip", "PK live");

        using var answer = await gateway.Client.GetAsync("/runs/live/recording/trace");

        Assert.Equal("PK live", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment; filename=\"live-trace.zip\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(0, Interlocked.Read(ref inactive));
    }

    [Fact]
    public async Task A_start_that_may_have_been_taken_is_not_sent_again()
    {
        worker.Start = new(string.Empty, Hangs: true);
        worker.Status = FaultyWorker.Whole("application/json", """{"error":{"code":"NOT_FOUND","message":"It is not at work here.","details":[]}}""", 404);

        using var answer = await gateway.Client.PostAsJsonAsync("/runs", new { playbook = "greet", run_id = "mine" });

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("may have started the run", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, worker.Starts);
    }

    [Fact]
    public async Task A_start_whose_answer_got_lost_is_found_at_its_worker()
    {
        worker.Start = new("HTTP/1.1 202 Acc");
        using var answer = await gateway.Client.PostAsJsonAsync("/runs", new { playbook = "greet" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("greet", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("playbook").GetString());
        Assert.Equal(1, worker.Starts);
    }

    private static Dictionary<string, FaultyWorker.Reply> Failures { get; } = new()
    {
        ["closes at once"] = new(string.Empty),
        ["closes behind its head"] = FaultyWorker.Chunked(EventStream),
        ["hangs at once"] = new(string.Empty, Hangs: true),
        ["hangs behind its head"] = FaultyWorker.Chunked(EventStream) with { Hangs = true },
        ["is no HTTP"] = new("SSH-2.0-OpenSSH_9.2\r\n"),
        ["fails"] = FaultyWorker.Whole("text/html", "<h1>Oops</h1>", 500),
        ["another's page"] = FaultyWorker.Whole("text/html", "<h1>Welcome</h1>"),
        ["another's missing page"] = FaultyWorker.Whole("text/html", "<h1>Not found</h1>", 404),
        ["an event cut off"] = FaultyWorker.Chunked(EventStream, Event(1)[..^1]),
        ["an event without an id"] = FaultyWorker.Chunked(EventStream, "data: {\"id\":1}\n\n"),
        ["an id out of order"] = FaultyWorker.Chunked(EventStream, Event(2)),
        ["an event that is no JSON"] = FaultyWorker.Chunked(EventStream, "id: 1-1\ndata: {\"id\":1\n\n"),
        ["an event that is another's"] = FaultyWorker.Chunked(EventStream, "id: 1-1\ndata: {\"id\":7}\n\n"),
        ["a huge line"] = FaultyWorker.Chunked(EventStream, "id: 1-1\ndata: " + new string('x', 20 * 1024 * 1024)),
        ["breaks off itself"] = FaultyWorker.Chunked(EventStream, "event: error\ndata: {}\n\n"),
    };

    private static string Event(int id) => $"id: 1-{id}\ndata: {MadeEvents.Line(id)}\n\n";

    /// <summary>The gateway knows where the run is, and then all of it is stored.</summary>
    private async Task FindAndEndAsync()
    {
        await FindAsync();
        log.End();
        await File.WriteAllTextAsync(Path.Combine(log.Folder, "trace.zip"), "PK stored");
    }

    private async Task FindAsync() => Assert.Equal("running", await StatusAsync());

    private async Task<string?> StatusAsync() => (await gateway.Client.GetFromJsonAsync<JsonElement>("/runs/live")).GetProperty("status").GetString();

    private void AssertInactiveOnce()
    {
        Assert.Equal(1, Interlocked.Read(ref inactive));
        Assert.Single(recorded.Messages, static message => message.StartsWith("Run live is unreachable", StringComparison.Ordinal));
    }

    private sealed class Recorded : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Messages.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
