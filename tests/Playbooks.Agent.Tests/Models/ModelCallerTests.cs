using Microsoft.Extensions.AI;
using Playbooks.Agent.Models;
using Playbooks.Agent.Tests.Serving;

namespace Playbooks.Agent.Tests.Models;

/// <summary>What providers do wrong, over the wire.</summary>
public sealed class ModelCallerTests : IAsyncLifetime
{
    private readonly JumpingClock clock = new(TimeSpan.FromSeconds(59));
    private readonly List<(long Input, long Output)> counted = [];

    private ModelServer server = null!;

    public static TheoryData<string> Providers => [.. ModelProvider.All.Select(one => one.Name)];

    public async Task InitializeAsync() => server = await ModelServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Overload_rate_limit_and_server_error_are_waited_for(string provider)
    {
        server.Then(ModelReply.Error(429, "7"), ModelReply.Error(500), ModelReply.Error(529), ModelReply.Say("Hello."));

        var response = await CallAsync(provider);

        Assert.Equal("Hello.", response.Text);
        Assert.Equal([7, 2, 4], clock.Waited.Where(one => one > TimeSpan.Zero).Select(one => one.TotalSeconds));
        Assert.Equal((10, 5), (counted.Sum(one => one.Input), counted.Sum(one => one.Output)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Provider_that_asks_for_an_hour_is_not_obeyed(string provider)
    {
        server.Then(ModelReply.Error(429, "3600"), ModelReply.Say("Hello."));

        await CallAsync(provider);

        Assert.Equal([30], clock.Waited.Select(one => one.TotalSeconds));
    }

    [Theory]
    [InlineData("anthropic", 429, "its rate limit is reached (HTTP 429)")]
    [InlineData("anthropic", 500, "it returned HTTP 500")]
    [InlineData("anthropic", 529, "it is overloaded (HTTP 529)")]
    [InlineData("openai", 429, "its rate limit is reached (HTTP 429)")]
    [InlineData("openai", 500, "it returned HTTP 500")]
    [InlineData("openai", 529, "it is overloaded (HTTP 529)")]
    public async Task Provider_that_does_not_recover_ends_the_agent(string provider, int status, string why)
    {
        server.Then([.. Enumerable.Repeat(ModelReply.Error(status), 9)]);

        var ended = await Assert.ThrowsAsync<AgentEndedException>(() => CallAsync(provider));

        Assert.Equal($"The model did not answer in 4 attempts: {why}.", ended.Message);
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("anthropic", 401, "it rejected the API key (HTTP 401)")]
    [InlineData("anthropic", 400, "it returned HTTP 400")]
    [InlineData("openai", 401, "it rejected the API key (HTTP 401)")]
    [InlineData("openai", 404, "the provider does not know the model (HTTP 404)")]
    public async Task Request_that_cannot_succeed_is_made_once(string provider, int status, string why)
    {
        server.Then(ModelReply.Error(status));

        Assert.Equal($"The model did not answer: {why}.", (await Assert.ThrowsAsync<AgentEndedException>(() => CallAsync(provider))).Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stream_that_is_cut_is_asked_for_again_and_its_tokens_count(string provider)
    {
        server.Then(new ModelReply { Text = "Hal", IsCut = true, InputTokens = 100 }, ModelReply.Say("Hello."));

        Assert.Equal("Hello.", (await CallAsync(provider)).Text);
        Assert.Equal(2, server.Requests.Count);

        // Anthropic says at once how much it has read; OpenAI only at the end of the stream.
        Assert.Equal(provider == "anthropic" ? 110 : 10, counted.Sum(one => one.Input));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Model_that_sends_nothing_is_given_up(string provider)
    {
        server.Then(new ModelReply { Hangs = true }, new ModelReply { Hangs = true });
        var options = new AgentOptions { AnswerTimeout = TimeSpan.FromMilliseconds(50), Attempts = 2, TimeProvider = new JumpingClock(TimeSpan.Zero) };

        Assert.Equal("The model did not answer in 2 attempts: it sent nothing for 0.1 s.", (await Assert.ThrowsAsync<AgentEndedException>(() => CallAsync(provider, options with { TimeProvider = clock }))).Message);
    }

    [Fact]
    public async Task Calls_are_counted_even_if_they_fail()
    {
        server.Then([.. Enumerable.Repeat(ModelReply.Error(500), 9)]);

        var ended = await Assert.ThrowsAsync<AgentEndedException>(() => CallAsync("anthropic", new() { Calls = 2, TimeProvider = clock }));

        Assert.Equal("The budget of 2 model calls is used up. Raise AgentOptions.Calls if the task needs more.", ended.Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Cancellation_is_no_failure()
    {
        server.Then(new ModelReply { Hangs = true });
        using var stop = new CancellationTokenSource();
        var call = CallAsync("anthropic", cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Malformed_arguments_are_answered_and_can_be_sent_back(string provider)
    {
        server.Then(new ModelReply { Calls = [new("click", "{\"ref\": \"e1")] }, ModelReply.Say("Sorry."));
        var history = new Looping.AgentHistory("Be good.");
        history.AddTask("Do it.", "view");

        var call = Assert.Single(history.Add(await CallAsync(provider, messages: history.Messages)));
        history.Add([(call, new Tools.ToolAnswer("No JSON."))]);
        var response = await CallAsync(provider, messages: history.Messages);

        Assert.NotNull(call.Exception);
        Assert.Equal("Sorry.", response.Text);
        Assert.Contains("No JSON.", server.Requests[1].Text, StringComparison.Ordinal);
    }

    private async Task<ChatResponse> CallAsync(string provider, AgentOptions? options = null, IReadOnlyList<ChatMessage>? messages = null, CancellationToken cancellationToken = default)
    {
        options ??= new() { TimeProvider = clock };
        var chosen = ModelProvider.All.Single(one => one.Name == provider);
        using var client = ModelClients.Create(new(chosen, "scripted", "the-key", new(server.Url + (provider == "openai" ? "/v1" : string.Empty))));
        return await new ModelCaller(client, options, new(options), (input, output) => counted.Add((input, output))).CallAsync(messages ?? [new(ChatRole.User, "Hello?")], new() { MaxOutputTokens = 100 }, cancellationToken);
    }
}
