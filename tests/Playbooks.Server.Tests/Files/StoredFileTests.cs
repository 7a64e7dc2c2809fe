using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;

namespace Playbooks.Server.Tests.Files;

public sealed class StoredFileTests : IAsyncLifetime
{
    private const string Trace = "/runs/ended/recording/trace";

    private readonly byte[] trace = [.. "PK"u8, .. RandomNumberGenerator.GetBytes(300_000)];
    private RunningService service = null!;
    private MadeLog log = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.StartAsync();
        log = new MadeLog(service.Root, "ended").Act(2).End();
        await File.WriteAllBytesAsync(Path.Combine(log.Folder, "trace.zip"), trace);
        await File.WriteAllTextAsync(Path.Combine(log.Folder, "report.html"), "<!doctype html><title>Report</title>");
        Directory.CreateDirectory(Path.Combine(log.Folder, "screenshots"));
        await File.WriteAllBytesAsync(Path.Combine(log.Folder, "screenshots", "0002_click.jpg"), [0xFF, 0xD8, 1, 2]);
    }

    public async Task DisposeAsync()
    {
        log.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_trace_comes_whole_with_its_length_its_digest_and_a_name_to_save_it_under()
    {
        using var answer = await service.Client.GetAsync(Trace);

        Assert.Equal(trace, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(trace.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(trace))}\"", answer.Headers.ETag?.ToString());
        Assert.Equal("attachment; filename=\"ended-trace.zip\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("bytes=0-1", 0, 2)]
    [InlineData("bytes=299000-", 299_000, 1002)]
    [InlineData("bytes=-2", 300_000, 2)]
    public async Task A_part_is_given_to_who_asks_for_one(string range, int from, int length)
    {
        using var answer = await SendAsync(HttpMethod.Get, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(trace[from..(from + length)], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes {from}-{from + length - 1}/{trace.Length}", answer.Content.Headers.ContentRange?.ToString());
    }

    [Fact]
    public async Task What_is_resumed_is_spliced_only_with_the_same_file()
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(trace))}\"";

        using var same = await SendAsync(HttpMethod.Get, ("Range", "bytes=2-"), ("If-Range", tag));
        using var other = await SendAsync(HttpMethod.Get, ("Range", "bytes=2-"), ("If-Range", "\"other\""));

        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.OK), (same.StatusCode, other.StatusCode));
        Assert.Equal(trace, await other.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Beyond_the_end_there_is_nothing_and_who_has_it_is_told_so()
    {
        using var beyond = await SendAsync(HttpMethod.Get, ("Range", "bytes=400000-"));
        using var known = await SendAsync(HttpMethod.Get, ("If-None-Match", $"\"{Convert.ToHexStringLower(SHA256.HashData(trace))}\""));
        using var head = await SendAsync(HttpMethod.Head);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal((HttpStatusCode.OK, (long?)trace.Length), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_file_that_changed_has_another_digest()
    {
        using var before = await service.Client.GetAsync(Trace);
        await File.WriteAllBytesAsync(Path.Combine(log.Folder, "trace.zip"), "PKother"u8.ToArray());

        using var after = await service.Client.GetAsync(Trace);

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData("PKother"u8))}\"", after.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task Until_the_run_is_finished_there_is_no_trace_and_it_is_said_when_to_come_back()
    {
        using var running = new MadeLog(service.Root, "running").Act(1);
        await File.WriteAllBytesAsync(Path.Combine(running.Folder, "trace.zip"), trace);

        using var answer = await service.Client.GetAsync("/runs/running/recording/trace");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("TRACE_NOT_AVAILABLE", await CodeAsync(answer));
    }

    [Fact]
    public async Task A_report_is_a_page_that_may_load_nothing_and_its_link_leads_to_the_trace()
    {
        using var report = await service.Client.GetAsync("/runs/ended/report");
        using var trace = await service.Client.GetAsync("/runs/ended/trace.zip");

        Assert.Equal("text/html; charset=utf-8", report.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("default-src 'none';", Assert.Single(report.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, trace.StatusCode);
    }

    [Fact]
    public async Task The_manifest_names_what_there_is_and_where()
    {
        var manifest = await service.Client.GetFromJsonAsync<JsonElement>("/runs/ended/recording/manifest");

        Assert.True(manifest.GetProperty("complete").GetBoolean());
        Assert.Equal(trace.Length, manifest.GetProperty("trace").GetProperty("bytes").GetInt64());
        var screenshot = Assert.Single(manifest.GetProperty("screenshots").EnumerateArray());
        Assert.Equal("0002_click.jpg", screenshot.GetProperty("name").GetString());
        using var image = await service.Client.GetAsync(screenshot.GetProperty("url").GetString());
        Assert.Equal("image/jpeg", image.Content.Headers.ContentType?.ToString());
        Assert.Equal([0xFF, 0xD8, 1, 2], await image.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/runs/unknown/recording/trace", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/runs/unknown/recording/manifest", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/runs/ended/recording/screenshots/0001_click.jpg", HttpStatusCode.NotFound, "RECORDING_NOT_FOUND")]
    [InlineData("/runs/ended/recording/screenshots/status.json", HttpStatusCode.BadRequest, "INVALID_PATH")]
    [InlineData("/runs/ended/recording/screenshots/0002_click.jpg%0A", HttpStatusCode.BadRequest, "INVALID_PATH")]
    [InlineData("/runs/ended/recording/screenshots/..%5Ctrace.zip", HttpStatusCode.BadRequest, "INVALID_PATH")]
    public async Task What_is_not_there_or_not_named_so_is_refused(string path, HttpStatusCode status, string code)
    {
        using var answer = await service.Client.GetAsync(path);

        Assert.Equal((status, code), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Theory]
    [InlineData("trace.zip", Trace)]
    [InlineData("screenshots/0003_click.jpg", "/runs/ended/recording/screenshots/0003_click.jpg")]
    [InlineData("screenshots", "/runs/ended/recording/screenshots/0002_click.jpg")]
    public async Task Nothing_is_read_through_a_link(string link, string address)
    {
        var path = Path.Combine(log.Folder, link);
        var elsewhere = Directory.CreateDirectory(Path.Combine(service.Root, "elsewhere")).FullName;
        if (Directory.Exists(path))
        {
            Directory.Move(path, Path.Combine(elsewhere, "folder"));
            Directory.CreateSymbolicLink(path, Path.Combine(elsewhere, "folder"));
        }
        else
        {
            await File.WriteAllTextAsync(Path.Combine(elsewhere, "secret"), "PK secret");
            File.Delete(path);
            File.CreateSymbolicLink(path, Path.Combine(elsewhere, "secret"));
        }

        using var answer = await service.Client.GetAsync(address);

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_PATH"), (answer.StatusCode, await CodeAsync(answer)));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Trace);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await service.Client.SendAsync(request);
    }
}
