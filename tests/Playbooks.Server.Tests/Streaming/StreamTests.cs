using System.Net;
using System.Text.Json;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Streaming;

public sealed class StreamTests : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.StartAsync(static options => options.KeepAlive = TimeSpan.FromMilliseconds(30));

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_stored_run_is_replayed_record_by_record_as_its_log_has_them_and_ends_with_its_status()
    {
        using var log = new MadeLog(service.Root, "stored").Act(3).End();

        var events = await service.Client.ReadStreamAsync("stored");

        Assert.Equal(log.Lines[..3], events[..3].Select(static item => item.Data));
        Assert.Equal([1L, 2L, 3L, 4L], events.Ids());
        Assert.Equal("complete", events[3].EventType);
        using var status = JsonDocument.Parse(events[3].Data);
        Assert.Equal("completed", status.RootElement.GetProperty("status").GetString());
        Assert.Equal(3, status.RootElement.GetProperty("action_count").GetInt32());
        Assert.All((string[])["finalizing", "artifacts", "problems"], name => Assert.False(status.RootElement.TryGetProperty(name, out _)));
    }

    [Fact]
    public async Task A_stream_has_headers_against_buffering_and_says_when_to_come_back()
    {
        using var log = new MadeLog(service.Root, "stored").End();

        using var response = await service.Client.OpenStreamAsync("stored");

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("no", Assert.Single(response.Headers.GetValues("X-Accel-Buffering")));
        Assert.StartsWith("retry: 1000\n\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_some_events_gets_the_others_and_who_has_all_gets_204()
    {
        using var log = new MadeLog(service.Root, "stored").Act(3).End();

        Assert.Equal([3L, 4L], (await service.Client.ReadStreamAsync("stored", after: 2)).Ids());
        using var none = await service.Client.OpenStreamAsync("stored", after: 4);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        using var header = await service.Client.GetAsync("/runs/stored/stream?after=3");
        Assert.Contains("id: 1-4\n", await header.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1-3", "2-1 2-2 2-3")]
    [InlineData("1-99", "2-1 2-2 2-3")]
    [InlineData("3-1", "2-1 2-2 2-3")]
    [InlineData("2-1", "2-2 2-3")]
    [InlineData("1", "2-2 2-3")]
    [InlineData("0", "2-1 2-2 2-3")]
    [InlineData("2-3", "")]
    public async Task An_event_of_an_earlier_run_of_the_id_starts_over_live_and_stored(string last, string expected)
    {
        using var log = new MadeLog(service.Root, "again", epoch: 2).Act(2);
        var live = ReadAsync();
        log.End();

        Assert.Equal(expected, await live);
        Assert.Equal(expected, await ReadAsync());

        async Task<string> ReadAsync()
        {
            using var response = await service.Client.OpenStreamAsync("again", last);
            var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
            return string.Join(' ', lines.Where(static line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(static line => line[4..]));
        }
    }

    [Theory]
    [InlineData("/runs/unknown/stream", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/runs/stored/stream?after=-1", HttpStatusCode.BadRequest, "INVALID_REQUEST")]
    [InlineData("/runs/stored/stream?after=0-1", HttpStatusCode.BadRequest, "INVALID_REQUEST")]
    [InlineData("/runs/stored/stream?after=1-", HttpStatusCode.BadRequest, "INVALID_REQUEST")]
    [InlineData("/runs/stored/stream?after=1-2-3", HttpStatusCode.BadRequest, "INVALID_REQUEST")]
    [InlineData("/runs/stored/stream?after=x", HttpStatusCode.BadRequest, "INVALID_REQUEST")]
    [InlineData("/runs/stored/stream?after=99999999999999999999", HttpStatusCode.BadRequest, "INVALID_REQUEST")]
    [InlineData("/runs/CON/stream", HttpStatusCode.BadRequest, "INVALID_PATH")]
    public async Task What_cannot_be_followed_is_said_before_a_stream_begins(string path, HttpStatusCode status, string code)
    {
        using var log = new MadeLog(service.Root, "stored").End();

        using var response = await service.Client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_another_process_is_followed_as_its_log_grows_and_silence_is_broken_by_comments()
    {
        using var log = new MadeLog(service.Root, "other");
        using var response = await service.Client.OpenStreamAsync("other");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal("retry: 1000", await reader.ReadLineAsync());
        await ReadToAsync(reader, ":");
        log.Act(1);
        await ReadToAsync(reader, "id: 1-1");
        Assert.Equal($"data: {log.Lines[0]}", await reader.ReadLineAsync());
        log.End();
        await ReadToAsync(reader, "event: complete");
        Assert.Equal("id: 1-2", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_run_whose_process_is_gone_ends_with_the_end_that_its_log_lacks()
    {
        using var log = new MadeLog(service.Root, "killed").Act(2).Leave();

        var events = await service.Client.ReadStreamAsync("killed");

        Assert.Equal([1L, 2L, 3L], events.Ids());
        Assert.Contains("\"code\":\"WORKER_LOST\"", events[2].Data, StringComparison.Ordinal);
        using var none = await service.Client.OpenStreamAsync("killed", after: 3);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    [Fact]
    public async Task The_end_is_the_same_byte_by_byte_live_and_stored()
    {
        using var log = new MadeLog(service.Root, "other").Act(5);
        var live = service.Client.ReadStreamAsync("other");
        log.End();

        Assert.Equal(await live, await service.Client.ReadStreamAsync("other"));
    }

    private static async Task ReadToAsync(StreamReader reader, string line)
    {
        while (await reader.ReadLineAsync() is { } next && next != line)
        {
            Assert.NotEqual("event: complete", next);
        }
    }
}
