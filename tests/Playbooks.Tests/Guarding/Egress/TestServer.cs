using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Playbooks.Tests.Guarding.Egress;

/// <summary>A web server that plays all the hosts of a test, and remembers what it was asked.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app) => this.app = app;

    public int Port { get; private set; }

    /// <summary>Host and path of every request, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Ids of the connections that requests came on.</summary>
    public ConcurrentDictionary<string, bool> Connections { get; } = new();

    public static async Task<TestServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new TestServer(app);
        app.UseWebSockets();
        app.Use((context, next) =>
        {
            server.Asked.Enqueue($"{context.Request.Host}{context.Request.Path}");
            server.Connections.TryAdd(context.Connection.Id, true);
            return next(context);
        });
        server.Map();
        await app.StartAsync();
        server.Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/to", (string url) => Results.Redirect(url));
        app.MapGet("/page", (string html) => Results.Text(html, "text/html; charset=utf-8"));
        app.MapGet("/chunks", async (HttpContext context) =>
        {
            for (var index = 0; index < 3; index++)
            {
                await context.Response.WriteAsync(index.ToString(CultureInfo.InvariantCulture) + new string('x', 50_000));
                await context.Response.Body.FlushAsync();
            }
        });
        app.MapPost("/echo", async (HttpContext context) =>
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            return Results.Bytes(body.ToArray());
        });
        app.MapGet("/headers", (HttpContext context) => Results.Text(string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))));
        app.MapMethods("/empty", ["HEAD", "GET"], () => Results.NoContent());
        app.Map("/ws", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[1024];
            var received = await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
            await socket.SendAsync(Encoding.UTF8.GetBytes("echo " + Encoding.UTF8.GetString(buffer, 0, received.Count)), WebSocketMessageType.Text, true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        });
        app.MapFallback((HttpContext context) => Results.Text($"<title>{context.Request.Host}</title>Hello from {context.Request.Host}", "text/html; charset=utf-8"));
    }
}
