using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>A secret in a request's body goes to the page, and nowhere else.</summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private const string Password = "hunter2-and-more";
    private const string Token = "the-services-own-token";

    private readonly ConcurrentQueue<string> lines = new();
    private ShopSite shop = null!;
    private RunningService service = null!;

    private string Logged => string.Join('\n', lines);

    public async Task InitializeAsync()
    {
        shop = await ShopSite.StartAsync();
        service = await RunningService.StartAsync(
            options =>
            {
                options.ApiKey = Token;
                options.Run = options.Run with { BaseUrl = shop.Url, Trace = TraceMode.Always };
            },
            builder => builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Everything(lines))));
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await shop.DisposeAsync();
    }

    [Theory]
    [InlineData("""{ "playbook": "place_order", "run_id": "given", "parameters": { "customer": "C-1234", "password": "PASSWORD" } }""")]
    [InlineData("""{ "playbook": "place_order", "run_id": "given", "parameters": { "customer": "C-1234" }, "credentials": { "password": "PASSWORD" }, "recording": { "screenshots": true } }""")]
    public async Task A_run_leaves_it_in_no_file_no_log_and_no_answer(string body)
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(body, out var answer));
        var run = await service.FinishedAsync("given");

        Assert.True(run.Status.Result == Outcome.Passed, run.Status.Error?.Message + run.Status.Error?.Details?.Cause);
        ShouldBeClean(await answer);
        ShouldBeClean(Logged);
        foreach (var file in Directory.GetFiles(service.Root, "*", SearchOption.AllDirectories))
        {
            ShouldBeClean(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        }
    }

    [Theory]
    [InlineData("""{ "playbook": "place_order", "parameters": { "password": "PASSWORD" } }""")]
    [InlineData("""{ "playbook": "place_order", "parameters": { "customer": "C-1234", "password": ["PASSWORD"], "count": "many" } }""")]
    [InlineData("""{ "playbook": "place_order", "credentials": "PASSWORD" }""")]
    [InlineData("""{ "playbook": "place_order", "credentials": { "password": { "of": "PASSWORD" } } }""")]
    [InlineData("""{ "playbook": "nothing", "credentials": { "password": "PASSWORD" } }""")]
    [InlineData("""{ "playbook": "greet", "credentials": { "password": "PASSWORD" } }""")]
    [InlineData("""{ "playbook": "place_order", "parameters": { "password": PASSWORD } }""")]
    [InlineData("""{ "playbook": "place_order", "parameters": { "password": "PASSWORD""")]
    [InlineData("PASSWORD")]
    public async Task A_request_that_is_refused_leaves_it_in_no_log_and_no_answer(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body, out var answer));

        ShouldBeClean(await answer);
        ShouldBeClean(Logged);
        Assert.Contains("/runs", Logged, StringComparison.Ordinal);
    }

    private static void ShouldBeClean(string text)
    {
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
    }

    private Task<HttpStatusCode> PostAsync(string body, out Task<string> answer)
    {
        var sent = service.Client.PostAsync("/runs", new StringContent(body.Replace("PASSWORD", Password, StringComparison.Ordinal), Encoding.UTF8, "application/json"));
        answer = ReadAsync();
        return StatusAsync();

        async Task<string> ReadAsync() => await (await sent).Content.ReadAsStringAsync();

        async Task<HttpStatusCode> StatusAsync() => (await sent).StatusCode;
    }

    /// <summary>Keeps all that is logged, at every level.</summary>
    private sealed class Everything(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? string.Empty);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
