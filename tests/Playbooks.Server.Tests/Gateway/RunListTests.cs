using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Gateway;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;

namespace Playbooks.Server.Tests.Gateway;

public sealed class RunListTests : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.StartAsync();
        for (var number = 1; number <= 5; number++)
        {
            using var log = new MadeLog(service.Root, $"run-{number}", MadeEvents.Began.AddMinutes(number)).Act(number).End();
        }
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_newest_come_first_page_by_page()
    {
        var first = await ListAsync("?limit=2");
        var second = await ListAsync("?limit=2&before=run-4");
        var last = await ListAsync("?limit=2&before=run-2");

        Assert.Equal((5, true), (first.Total, first.HasMore));
        Assert.Equal(["run-5", "run-4"], first.Ids);
        Assert.Equal(["run-3", "run-2"], second.Ids);
        Assert.Equal(["run-1"], last.Ids);
        Assert.False(last.HasMore);
    }

    [Theory]
    [InlineData("?status=running", new[] { "under-way" })]
    [InlineData("?status=terminated", new[] { "killed" })]
    [InlineData("?text=UN-3", new[] { "run-3" })]
    [InlineData("?text=no+longer+exists", new[] { "killed" })]
    [InlineData("?playbook=other", new string[0])]
    [InlineData("?result=passed&limit=1", new[] { "run-5" })]
    public async Task Only_those_that_are_asked_for_are_listed(string query, string[] expected)
    {
        using var running = new MadeLog(service.Root, "under-way").Act(1);
        using var killed = new MadeLog(service.Root, "killed").Act(1).Leave();

        Assert.Equal(expected, (await ListAsync(query)).Ids);
    }

    [Fact]
    public async Task Whatever_runs_have_read_and_were_given_a_list_is_slim()
    {
        var text = new string('x', 1_000_000);
        for (var number = 1; number <= 5; number++)
        {
            var file = Path.Combine(service.Root, $"run-{number}", "status.json");
            var status = StoredRun.ReadStatus(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, LogJson.Write(status with
            {
                Outputs = new Dictionary<string, string> { ["text"] = text },
                Parameters = new Dictionary<string, string> { ["text"] = text },
                ExtractedTexts = [text, text],
                Problems = [text],
                LargeValues = [new("text", "values/text.txt", text.Length)],
            }));
        }

        var list = await service.Client.GetStringAsync("/runs");

        Assert.InRange(list.Length, 100, 10_000);
        Assert.DoesNotContain("values/text.txt", list, StringComparison.Ordinal);
        Assert.Contains("values/text.txt", await service.Client.GetStringAsync("/runs/run-1"), StringComparison.Ordinal);
        Assert.InRange(SlimStatus.SizeOf(SlimStatus.From(StoredRun.ReadStatus(Path.Combine(service.Root, "run-1")))), 500, 2_000);
    }

    [Fact]
    public async Task What_is_damaged_or_no_run_breaks_no_list()
    {
        Directory.CreateDirectory(Path.Combine(service.Root, "empty"));
        Directory.CreateDirectory(Path.Combine(service.Root, "not a run's name"));
        await File.WriteAllTextAsync(Path.Combine(service.Root, "index.html"), "<!doctype html>");
        var damaged = Directory.CreateDirectory(Path.Combine(service.Root, "damaged")).FullName;
        await File.WriteAllTextAsync(Path.Combine(damaged, "status.json"), "{\"run_id\": 7");
        await File.WriteAllTextAsync(Path.Combine(damaged, "actions.jsonl"), "no log\n");
        await File.WriteAllTextAsync(Path.Combine(service.Root, "run-3", "status.json"), "no status");
        Directory.CreateSymbolicLink(Path.Combine(service.Root, "linked"), Path.Combine(service.Root, "run-1"));

        Assert.Equal(["run-5", "run-4", "run-3", "run-2", "run-1"], (await ListAsync(string.Empty)).Ids);
    }

    [Fact]
    public async Task A_status_that_changed_is_told_as_it_is_now()
    {
        using var log = new MadeLog(service.Root, "changing").Act(1);
        Assert.Equal("running", await StatusAsync());

        log.End();

        Assert.Equal("completed", await StatusAsync());

        async Task<string?> StatusAsync() =>
            (await service.Client.GetFromJsonAsync<JsonElement>("/runs?text=changing")).GetProperty("runs")[0].GetProperty("status").GetString();
    }

    [Fact]
    public async Task A_run_of_a_process_that_is_no_worker_of_the_service_cannot_be_stopped_here()
    {
        using var log = new MadeLog(service.Root, "foreign").Act(1);

        using var refused = await service.Client.PostAsync("/runs/foreign/stop", null);
        using var ended = await service.Client.PostAsync("/runs/run-1/stop", null);
        using var unknown = await service.Client.PostAsync("/runs/unknown/stop", null);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Accepted, HttpStatusCode.NotFound), (refused.StatusCode, ended.StatusCode, unknown.StatusCode));
    }

    private async Task<(List<string> Ids, int Total, bool HasMore)> ListAsync(string query)
    {
        var page = await service.Client.GetFromJsonAsync<JsonElement>("/runs" + query);
        return ([.. page.GetProperty("runs").EnumerateArray().Select(static run => run.GetProperty("run_id").GetString()!)], page.GetProperty("total").GetInt32(), page.GetProperty("has_more").GetBoolean());
    }
}
