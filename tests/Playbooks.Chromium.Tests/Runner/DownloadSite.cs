using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Playbooks.Tests.Runner;

/// <summary>A site with an attachment, because a route's answer is not downloaded as a server's is.</summary>
internal sealed class DownloadSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private DownloadSite(WebApplication app) => this.app = app;

    public string BaseUrl => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<DownloadSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", static () => Results.Text("<!doctype html><a>Get</a>", "text/html"));
        app.MapGet("/att", static () => Results.File("a"u8.ToArray(), "text/plain", "a.txt"));
        app.MapGet("/old", static () => Results.Redirect("/att"));
        app.MapGet("/favicon.ico", static () => Results.NoContent());
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
