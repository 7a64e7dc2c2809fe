using System.Net;
using System.Net.Http.Json;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Gateway;

/// <summary>Which worker of a gateway gets a run.</summary>
public sealed class StartingTests : IAsyncLifetime
{
    private const string Accepted = """{"run_id":"mine","playbook":"greet","status":"starting","status_url":"/runs/mine","stream_url":"/runs/mine/stream"}""";
    private readonly FaultyWorker first = FaultyWorker.Listen();
    private readonly FaultyWorker second = FaultyWorker.Listen();
    private RunningService gateway = null!;

    public async Task InitializeAsync()
    {
        first.Status = second.Status = FaultyWorker.Whole("application/json", """{"error":{"code":"NOT_FOUND","message":"It is not at work here.","details":[]}}""", 404);
        first.Start = second.Start = FaultyWorker.Whole("application/json", Accepted, 202);
        gateway = await RunningService.StartAsync(options =>
        {
            options.Role = PlaybooksRole.Gateway;
            options.Workers.Add(first.Url);
            options.Workers.Add(second.Url);
        });
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Workers_take_turns()
    {
        await StartAsync();
        await StartAsync();

        Assert.Equal((1, 1), (first.Starts, second.Starts));
    }

    [Fact]
    public async Task A_worker_that_is_full_is_passed_over()
    {
        first.Start = FaultyWorker.Whole("application/json", """{"error":{"code":"RUN_CONFLICT","message":"Full.","details":[]}}""", 429);

        Assert.Equal(HttpStatusCode.Accepted, await StartAsync());
        Assert.Equal((1, 1), (first.Starts, second.Starts));
    }

    [Fact]
    public async Task A_worker_that_is_not_there_is_passed_over()
    {
        await first.DisposeAsync();

        Assert.Equal(HttpStatusCode.Accepted, await StartAsync());
        Assert.Equal(1, second.Starts);
    }

    [Fact]
    public async Task Where_all_are_full_the_client_is_told_to_come_back()
    {
        first.Start = second.Start = FaultyWorker.Whole("application/json", """{"error":{"code":"RUN_CONFLICT","message":"Full.","details":[]}}""", 429);

        Assert.Equal(HttpStatusCode.TooManyRequests, await StartAsync());
    }

    [Fact]
    public async Task A_request_that_is_refused_is_asked_of_one_worker_only()
    {
        first.Start = second.Start = FaultyWorker.Whole("application/json", """{"error":{"code":"INVALID_REQUEST","message":"No.","details":[{"field":"playbook","message":"No."}]}}""", 400);

        using var answer = await gateway.Client.PostAsJsonAsync("/runs", new { playbook = "greet" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"field\":\"playbook\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, first.Starts + second.Starts);
    }

    [Fact]
    public async Task An_id_that_is_at_work_at_another_worker_is_refused()
    {
        second.Status = FaultyWorker.Json(new RunStatus { RunId = "mine", Playbook = "greet", Status = RunState.Running });

        Assert.Equal(HttpStatusCode.Conflict, await StartAsync());
        Assert.Equal((0, 0), (first.Starts, second.Starts));
    }

    private async Task<HttpStatusCode> StartAsync()
    {
        using var answer = await gateway.Client.PostAsJsonAsync("/runs", new { playbook = "greet", run_id = "mine" });
        return answer.StatusCode;
    }
}
