using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Guarding.Egress;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Steps.Requests;

/// <summary>A request leads nowhere that the guardrails forbid, and neither do its redirects.</summary>
public sealed class RequestGuardTests(Chromium chromium) : RunnerTest(chromium), IAsyncLifetime
{
    private TestServer server = null!;
    private TestNetwork network = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        server = await TestServer.StartAsync();
        network = new TestNetwork(server.Port).With("public.test", TestNetwork.Public).With("other.test", TestNetwork.Public).With("private.test", TestNetwork.Private);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await server.DisposeAsync();
        await DisposeAsync();
    }

    [Theory]
    [InlineData("http://other.test/x")]
    [InlineData("http://public.test/to?url=http://other.test/x")]
    [InlineData("http://public.test/to?url=http://public.test/to?url=http%3A//other.test/x")]
    public async Task A_blocked_host_ends_the_run(string url)
    {
        var run = await RunAsync(new() { BlockedDomains = ["other.test"] }, url);

        AssertBlocked(run, "http://other.test/x is blocked by the playbook's guardrails (blocked_domains: other.test).");
        Assert.DoesNotContain(server.Asked, asked => asked.StartsWith("other.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_ends_the_run()
    {
        var run = await RunAsync(new() { AllowedDomains = ["public.test"] }, "http://public.test/to?url=http://other.test/x");

        AssertBlocked(run, "http://other.test/x is blocked by the playbook's guardrails (allowed_domains: public.test).");
        Assert.DoesNotContain(server.Asked, asked => asked.StartsWith("other.test", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://private.test/x", "private.test resolved to 10.0.0.5, which is private")]
    [InlineData("https://private.test/x", "private.test resolved to 10.0.0.5, which is private")]
    [InlineData("http://10.0.0.5/x", "10.0.0.5 is private")]
    [InlineData("http://public.test/to?url=http://private.test/x", "private.test resolved to 10.0.0.5, which is private")]
    public async Task A_private_host_ends_the_run(string url, string why)
    {
        var run = await RunAsync(new(), url);

        AssertBlocked(run, why);
        Assert.DoesNotContain(server.Asked, asked => asked.StartsWith("private.test", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://sub.base.test/x")]
    [InlineData("http://public.test/to?url=http://sub.base.test/x")]
    public async Task A_private_host_below_the_host_of_the_base_url_ends_the_run(string url)
    {
        network.With("sub.base.test", TestNetwork.Private);
        var step = new Request<string>(new(url), Info(1, action: "api_request"));

        var run = await new PlaybookRunner(Options with { Network = network, BaseUrl = "http://base.test" }).RunAsync(new ScriptedPlaybook(step), Page.Context.Browser!);

        AssertBlocked(run, "http://sub.base.test/x is blocked by the playbook's guardrails (allow_private_networks: sub.base.test resolved to 10.0.0.5, which is private).");
    }

    [Fact]
    public async Task A_post_to_a_forbidden_host_was_not_carried_out()
    {
        var run = await RunAsync(new() { BlockedDomains = ["other.test"] }, new ApiRequest("http://other.test/x") { Method = RequestMethod.Post });

        Assert.False(Assert.Single(run.Steps[0].Attempts).Acted);
    }

    [Fact]
    public async Task A_request_counts_as_a_visited_url()
    {
        var run = await RunAsync(new() { MaxUrlsVisited = 2 }, "http://public.test/1", "http://public.test/to?url=http://public.test/2", "http://public.test/1", "http://public.test/3");

        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Passed, Outcome.Failed], run.Steps.Select(step => step.Outcome));
        AssertBlocked(run, "http://public.test/3 is blocked by the playbook's guardrails (max_urls_visited: 2).");
        Assert.DoesNotContain("public.test/3", server.Asked);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_told_as_the_proxy_knows_it()
    {
        var run = await RunAsync(new(), "http://nowhere.test/");

        Assert.Equal(ErrorCode.StepFailed, run.ErrorCode);
        Assert.Contains("GET http://nowhere.test/ failed: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("502", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_itself_refuses_is_its_answer()
    {
        var run = await RunAsync(new(), new ApiRequest("http://public.test/empty") { ExpectStatus = [204], ResponseMode = ResponseMode.Text });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
    }

    private static void AssertBlocked(PlaybookResult run, string message)
    {
        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Steps[^1].Attempts);
    }

    private Task<PlaybookResult<ScriptedOutputs>> RunAsync(Guardrails rules, params string[] urls) =>
        RunAsync(rules, [.. urls.Select(url => new ApiRequest(url) { ResponseMode = ResponseMode.Text })]);

    private Task<PlaybookResult<ScriptedOutputs>> RunAsync(Guardrails rules, params ApiRequest[] requests)
    {
        Step[] steps = [.. requests.Select((request, index) => new Request<string>(request, Info(index + 1, action: "api_request")))];
        return new PlaybookRunner(Options with { Network = network }).RunAsync(new ScriptedPlaybook(steps).With(rules), Page.Context.Browser!);
    }
}
