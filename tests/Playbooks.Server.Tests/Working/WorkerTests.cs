using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Working;

/// <summary>Runs are executed in a real browser, in line, and come to an end whatever happens.</summary>
public sealed class WorkerTests : IAsyncLifetime
{
    private static readonly string[] Shop = ["127.0.0.1"];

    private ShopSite shop = null!;

    public async Task InitializeAsync() => shop = await ShopSite.StartAsync();

    public async Task DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task A_run_is_accepted_with_its_addresses_and_comes_to_its_end()
    {
        await using var service = await StartAsync();

        var answer = await PostAsync(service, new { playbook = "greet", parameters = new { who = "Ada" }, run_id = "first", recording = new { screenshots = true, trace = true } });
        var accepted = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("first", accepted.GetProperty("run_id").GetString());
        Assert.Equal("starting", accepted.GetProperty("status").GetString());
        Assert.Equal("/runs/first", accepted.GetProperty("status_url").GetString());
        Assert.Equal("/runs/first/stream", accepted.GetProperty("stream_url").GetString());
        Assert.Equal("/runs/first", answer.Headers.Location!.ToString());

        var run = await service.FinishedAsync("first");
        Assert.Equal(RunState.Completed, run.Status.Status);
        Assert.Equal("Hello, Ada", run.Status.Outputs["greeting"]);
        Assert.All(run.Actions, action => Assert.True(action.HasScreenshot));
        Assert.True(File.Exists(Path.Combine(run.Folder, "trace.zip")));
        Assert.True(File.Exists(Path.Combine(run.Folder, "report.html")));
    }

    [Fact]
    public async Task A_run_in_line_says_that_it_is_starting_and_can_be_stopped_there()
    {
        await using var service = await StartAsync(options => options.MaxConcurrentRuns = 1);
        await PostAsync(service, new { playbook = "slow", run_id = "under-way" });
        await shop.SlowPageAskedAsync();

        await PostAsync(service, new { playbook = "greet", parameters = new { who = "Ada" }, run_id = "in-line" });

        Assert.Equal(RunState.Starting, service.Read("in-line").Status.Status);
        using var stopped = await service.Client.PostAsync("/runs/in-line/stop", null);
        Assert.Equal(HttpStatusCode.Accepted, stopped.StatusCode);
        var run = await service.FinishedAsync("in-line");
        Assert.Equal((RunState.Terminated, ErrorCode.RunTerminated), (run.Status.Status, run.Status.Error!.Code));
        Assert.Empty(run.Actions);
        Assert.True(service.Read("under-way").IsLive);
    }

    [Fact]
    public async Task One_more_than_may_wait_is_told_to_come_back()
    {
        await using var service = await StartAsync(options => (options.MaxConcurrentRuns, options.MaxQueuedRuns) = (1, 1));
        await PostAsync(service, new { playbook = "slow", run_id = "under-way" });
        await PostAsync(service, new { playbook = "slow", run_id = "in-line" });

        using var refused = await PostAsync(service, new { playbook = "slow", run_id = "too-many" });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.False(Directory.Exists(Path.Combine(service.Root, "too-many")));
    }

    [Fact]
    public async Task An_id_that_is_at_work_is_refused_and_the_one_at_work_goes_on()
    {
        await using var service = await StartAsync();
        await PostAsync(service, new { playbook = "slow", run_id = "same" });
        await shop.SlowPageAskedAsync();

        using var refused = await PostAsync(service, new { playbook = "greet", parameters = new { who = "Ada" }, run_id = "SAME" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("RUN_CONFLICT", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());
        shop.Release();
        Assert.Equal(RunState.Completed, (await service.FinishedAsync("same")).Status.Status);
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_as_terminated_with_its_report()
    {
        await using var service = await StartAsync();
        await PostAsync(service, new { playbook = "slow", run_id = "stopped" });
        await shop.SlowPageAskedAsync();

        using var answer = await service.Client.PostAsync("/runs/stopped/stop", null);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var run = await service.FinishedAsync("stopped");
        Assert.Equal(RunState.Terminated, run.Status.Status);
        Assert.True(File.Exists(Path.Combine(run.Folder, "report.html")));
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_it_may_ends_with_a_timeout()
    {
        await using var service = await StartAsync();

        await PostAsync(service, new { playbook = "slow", run_id = "late", timeout_seconds = 1 });

        var run = await service.FinishedAsync("late");
        Assert.Equal((RunState.Timeout, ErrorCode.Timeout), (run.Status.Status, run.Status.Error!.Code));
        Assert.True(Assert.Single(run.Actions).HasScreenshot, "A page that still loaded was not photographed.");
    }

    [Fact]
    public async Task A_service_that_is_shut_down_ends_every_run_and_completes_its_evidence_first()
    {
        await using var service = await StartAsync(options => options.MaxConcurrentRuns = 1);
        await PostAsync(service, new { playbook = "slow", run_id = "under-way" });
        await shop.SlowPageAskedAsync();
        await PostAsync(service, new { playbook = "greet", parameters = new { who = "Ada" }, run_id = "in-line" });

        await service.StopAsync();

        Assert.All((string[])["under-way", "in-line"], id =>
        {
            var run = service.Read(id);
            Assert.False(run.IsLive);
            Assert.Equal(RunState.Terminated, run.Status.Status);
            Assert.False(run.Status.Finalizing);
            Assert.IsType<EndRecord>(run.Records[^1]);
            Assert.True(File.Exists(Path.Combine(run.Folder, "report.html")));
        });
    }

    [Fact]
    public async Task Guardrails_of_a_request_go_before_the_playbooks()
    {
        await using var service = await StartAsync();

        await PostAsync(service, new { playbook = "greet", parameters = new { who = "Ada" }, run_id = "blocked", guardrails = new { blocked_domains = Shop } });

        Assert.Equal(ErrorCode.GuardrailBlocked, (await service.FinishedAsync("blocked")).Status.Error!.Code);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_starts_nothing()
    {
        var file = Path.GetTempFileName();
        await using var service = await RunningService.StartAsync(options => options.OutputRoot = file);

        using var answer = await PostAsync(service, new { playbook = "slow" });

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("is not writable", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        File.Delete(file);
    }

    private Task<RunningService> StartAsync(Action<PlaybooksOptions>? configure = null) => RunningService.StartAsync(options =>
    {
        options.Run = options.Run with { BaseUrl = shop.Url };
        configure?.Invoke(options);
    });

    private static Task<HttpResponseMessage> PostAsync(RunningService service, object request) => service.Client.PostAsJsonAsync("/runs", request);
}
