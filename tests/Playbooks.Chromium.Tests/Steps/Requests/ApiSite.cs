using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Playbooks.Tests.Steps.Requests;

/// <summary>A site with an API that counts what it is asked for, and whose late answer waits until a test releases it.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    /// <summary>What <c>/api/invoices</c> answers.</summary>
    public const string Invoices = """
        { "items": [ { "id": 1, "name": "Ä \"B\"", "total": 1234.5, "big": 1.5e3, "open": true, "since": "2024-01-31", "german": "1.234,50", "note": null, "a b": 7 } ],
          "none": [], "count": 1 }
        """;

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private TaskCompletionSource late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? app;

    public string BaseUrl { get; private set; } = string.Empty;

    /// <summary>The same site as another origin.</summary>
    public string OtherUrl => BaseUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>How often a path was asked for.</summary>
    public int this[string path] => counts.GetValueOrDefault(path);

    /// <summary>Forgets what was counted, and holds the late answer back again.</summary>
    public void Reset()
    {
        counts.Clear();
        late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Lets the late answer arrive.</summary>
    public void Release() => late.TrySetResult();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.ListenAnyIP(0);
            options.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
        });
        app = builder.Build();
        app.Use((context, next) =>
        {
            counts.AddOrUpdate(context.Request.Path, 1, static (_, count) => count + 1);
            return next(context);
        });
        app.MapGet("/", static (HttpContext context) =>
        {
            context.Response.Cookies.Append("session", "from-page");
            return Results.Text("<!doctype html><title>Shop</title><h1>Shop</h1>", "text/html");
        });
        app.MapGet("/api/invoices", static () => Results.Text(Invoices, "application/json"));
        app.Map("/api/echo", static async (HttpRequest request) => Results.Json(new
        {
            method = request.Method,
            target = request.Path + request.QueryString,
            headers = request.Headers.ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString()),
            body = await new StreamReader(request.Body).ReadToEndAsync(),
        }));
        app.MapGet("/api/cookie", static (HttpContext context) =>
        {
            context.Response.Cookies.Append("given", "by-api");
            return Results.Json(true);
        });
        app.Map("/api/fail", static () => Results.Text("{ \"error\":\n  \"no such order\" }", "application/json", statusCode: 500));
        app.MapGet("/api/html", static () => Results.Text("<!doctype html><p>Log in</p>", "text/html"));
        app.MapGet("/api/latin", static () => Results.Bytes([0xC4], "text/plain; charset=iso-8859-1"));
        app.MapGet("/api/image", static () => Results.Bytes([1, 2, 3], "image/png"));
        app.MapGet("/api/large", static () => Results.Text(new string('x', 5000)));
        app.MapMethods("/api/empty", ["GET", "HEAD", "DELETE"], static () => Results.NoContent());
        app.Map("/api/late", async () =>
        {
            await late.Task;
            return Results.Json(new { id = 7 });
        });
        app.Map("/api/to", static (HttpContext context, string url, int status) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = url;
        });
        app.Map("/api/loop", static (HttpContext context) => Results.Redirect("/api/loop"));
        app.MapGet("/favicon.ico", static () => Results.NoContent());
        await app.StartAsync();
        BaseUrl = "http://127.0.0.1:" + new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public async Task DisposeAsync()
    {
        Release();
        await app!.DisposeAsync();
    }
}
