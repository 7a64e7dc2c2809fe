using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Steps.Requests;

/// <summary>What a run makes of requests: it sends those once that must not be sent twice, and keeps what was answered.</summary>
public sealed class RequestRunTests(Chromium chromium, ApiSite site) : RunnerTest(chromium), IClassFixture<ApiSite>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(RequestMethod.Get, 3)]
    [InlineData(RequestMethod.Head, 3)]
    [InlineData(RequestMethod.Post, 1)]
    [InlineData(RequestMethod.Put, 1)]
    [InlineData(RequestMethod.Patch, 1)]
    [InlineData(RequestMethod.Delete, 1)]
    public async Task A_request_that_is_answered_with_an_error_is_sent_again_only_if_it_reads(RequestMethod method, int sent)
    {
        var run = await RunAsync(new("/api/fail") { Method = method }, attempts: 3);

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal(sent, site["/api/fail"]);
        Assert.Equal(3, run.Steps[0].Attempts.Count);
        Assert.All(run.Steps[0].Attempts, attempt => Assert.Contains("returned HTTP status 500 Internal Server Error", attempt.Cause, StringComparison.Ordinal));
        Assert.Equal(sent == 1, run.Error!.Contains("request was carried out once; it was not repeated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_is_sent_again_where_the_step_says_so()
    {
        await RunAsync(new("/api/fail") { Method = RequestMethod.Post }, attempts: 3, repeatAction: true);

        Assert.Equal(3, site["/api/fail"]);
    }

    [Fact]
    public async Task A_late_response_to_a_request_that_is_not_sent_again_is_waited_for()
    {
        var run = await RunAsync(
            new("/api/late") { Method = RequestMethod.Post, ResponseMode = ResponseMode.JsonPath, ResponsePath = "id" }, attempts: 5, onAttemptFailed: site.Release);

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
        Assert.Equal(1, site["/api/late"]);
        Assert.Equal("7", run.Steps[0].Output);
        Assert.Single(run.Steps[0].Attempts, attempt => attempt.Acted);
        Assert.Contains("POST", run.Steps[0].Attempts[0].Cause, StringComparison.Ordinal);
        Assert.Contains("did not finish within 1 s.", run.Steps[0].Attempts[0].Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_reached_no_server_was_not_carried_out()
    {
        var run = await RunAsync(new("http://127.0.0.1:1/") { Method = RequestMethod.Post }, attempts: 2);

        Assert.Equal([false, false], run.Steps[0].Attempts.Select(attempt => attempt.Acted));
        Assert.DoesNotContain("carried out once", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_response_is_kept_as_evidence_without_cookies()
    {
        var run = await RunAsync(new("/api/to") { Query = new Dictionary<string, string> { ["url"] = "/api/cookie", ["status"] = "302" } }, attempts: 1);

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        var response = run.Steps[0].Attempts[0].Response!;
        Assert.StartsWith($"GET {site.BaseUrl}/api/to?url=%2Fapi%2Fcookie&status=302 returned 302 Found\n", response, StringComparison.Ordinal);
        Assert.Contains($"\n\nGET {site.BaseUrl}/api/cookie returned 200 OK\n", response, StringComparison.Ordinal);
        Assert.Contains("\nContent-Type: application/json; charset=utf-8\n", response, StringComparison.Ordinal);
        Assert.EndsWith("\n\ntrue", response, StringComparison.Ordinal);
        Assert.DoesNotContain("by-api", response, StringComparison.Ordinal);
        Assert.Equal(response, Assert.Single(StoredRun.Read(run.RunFolder).Records.OfType<ActionRecord>(), record => record.Action == "api_request").Response);
        Assert.Contains("/api/cookie returned 200 OK", await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_body_is_cut_in_evidence_and_a_binary_one_is_counted()
    {
        var image = await RunAsync(new("/api/image") { ResponseMode = ResponseMode.Text }, attempts: 1);
        var large = await RunAsync(new("/api/large") { ResponseMode = ResponseMode.Text }, attempts: 1);

        Assert.EndsWith("\n\n(3 bytes)", image.Steps[0].Attempts[0].Response, StringComparison.Ordinal);
        Assert.EndsWith("xxx… (5000 characters)", large.Steps[0].Attempts[0].Response, StringComparison.Ordinal);
        Assert.Equal(5000, large.Steps[0].Output!.Length);
    }

    [Fact]
    public async Task A_failed_request_shows_its_response()
    {
        var run = await RunAsync(new("/api/fail"), attempts: 1);

        Assert.Contains("{ \"error\": \"no such order\" }", run.Error, StringComparison.Ordinal);
        Assert.Contains("returned 500 Internal Server Error", run.Steps[0].Attempts[0].Response, StringComparison.Ordinal);
        Assert.Equal("GET /api/fail", run.Steps[0].Input);
        string[] reports = [run.Report, FailureReport.ToJson(run), await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "error-context.md")), await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "report.html"))];
        Assert.All(reports, report => Assert.Contains($"GET {site.BaseUrl}/api/fail returned 500 Internal Server Error", report, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_is_stopped_does_not_wait_for_a_response()
    {
        site.Reset();
        using var stopping = new CancellationTokenSource();
        var step = new Request<string>(new("/api/late") { Method = RequestMethod.Post }, Info(1, action: "api_request"));
        var running = RunAsync(new ScriptedPlaybook(step), OptionsOfSite, cancellationToken: stopping.Token);
        while (site["/api/late"] == 0)
        {
            await Task.Delay(10);
        }

        await stopping.CancelAsync();

        Assert.Equal(ErrorCode.RunTerminated, (await running).ErrorCode);
    }

    private RunOptions OptionsOfSite => Options with { BaseUrl = site.BaseUrl, TimeProvider = TimeProvider.System, Trace = TraceMode.Never };

    private async Task<PlaybookResult> RunAsync(ApiRequest request, int attempts, bool repeatAction = false, Action? onAttemptFailed = null)
    {
        site.Reset();
        var info = Info(1, attempts: attempts, action: "api_request") with { RetryDelay = TimeSpan.FromMilliseconds(1), Timeout = Soon, RepeatAction = repeatAction };
        var options = OptionsOfSite with { Listeners = onAttemptFailed is null ? [] : [new OnAttemptFailedDo(onAttemptFailed)] };
        return await RunAsync(new ScriptedPlaybook(new Request<string>(request, info)), options);
    }

    private sealed class OnAttemptFailedDo(Action action) : IStepListener
    {
        public void OnAttemptFailed(AttemptFailed failed) => action();
    }
}
