using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Playbooks.Agent.Tests.Serving;

/// <summary>Plays the APIs of the providers on a loopback address with a scripted conversation, and serves the pages that the browser opens.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<ModelRequest, ModelReply>> script = new();
    private readonly List<ModelRequest> requests = [];
    private readonly List<ModelRequest> checks = [];
    private readonly Lock gate = new();

    private ModelServer(WebApplication app) => this.app = app;

    /// <summary>The URL of the site, and of the APIs.</summary>
    public string Url => app.Urls.Single();

    /// <summary>The pages, by path.</summary>
    public ConcurrentDictionary<string, string> Pages { get; } = new();

    /// <summary>The paths of the pages that were requested.</summary>
    public ConcurrentQueue<string> Visited { get; } = new();

    /// <summary>What the model answers when it is asked whether a click is allowed.</summary>
    public ModelReply Check { get; set; } = ModelReply.Say("ALLOW The task asks for it.");

    /// <summary>The requests that asked whether a click is allowed.</summary>
    public IReadOnlyList<ModelRequest> Checks
    {
        get
        {
            lock (gate)
            {
                return [.. checks];
            }
        }
    }

    /// <summary>What the model was asked besides, in order.</summary>
    public IReadOnlyList<ModelRequest> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ModelServer(app);
        foreach (var format in (IWireFormat[])[new AnthropicFormat(), new OpenAIFormat()])
        {
            app.MapPost(format.Path, context => server.AnswerAsync(context, format));
        }

        app.MapGet("/{**path}", server.ServeAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Adds answers, each to one request.</summary>
    public ModelServer Then(params Func<ModelRequest, ModelReply>[] answers)
    {
        foreach (var answer in answers)
        {
            script.Enqueue(answer);
        }

        return this;
    }

    public ModelServer Then(params ModelReply[] answers) => Then([.. answers.Select(answer => (Func<ModelRequest, ModelReply>)(_ => answer))]);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Visited.Enqueue(path);
        context.Response.StatusCode = Pages.ContainsKey(path) ? 200 : 404;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Pages.GetValueOrDefault(path, "<title>Not found</title>"));
    }

    private async Task AnswerAsync(HttpContext context, IWireFormat format)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var request = new ModelRequest(context.Request.Path.Value!, context.Request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase), body);
        var isCheck = request.Text.Contains("You review one click", StringComparison.Ordinal);
        int number;
        lock (gate)
        {
            (isCheck ? checks : requests).Add(request);
            number = requests.Count + checks.Count;
        }

        var reply = isCheck ? Check : script.TryDequeue(out var next) ? next(request) : ModelReply.Call("give_up", new { why = "The script has ended." });
        if (reply.Hangs)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return;
        }

        if (reply.Status != 200)
        {
            context.Response.StatusCode = reply.Status;
            context.Response.ContentType = "application/json";
            if (reply.RetryAfter is { } wait)
            {
                context.Response.Headers.RetryAfter = wait;
            }

            await context.Response.WriteAsync(format.Error(reply.Status));
            return;
        }

        if (request.Json.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True)
        {
            context.Response.ContentType = "text/event-stream";
            foreach (var part in format.Stream(reply, number).Take(reply.IsCut ? 1 : int.MaxValue))
            {
                await context.Response.WriteAsync(part);
                await context.Response.Body.FlushAsync();
            }

            // The connection is not reset, because what was sent before could then get lost.
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(format.Plain(reply, number));
    }
}
