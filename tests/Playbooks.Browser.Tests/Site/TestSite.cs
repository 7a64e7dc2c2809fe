using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Playbooks.Browser.Tests.Site;

/// <summary>A small site on a free loopback port, whose slow route answers when the test says so.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? app;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = string.Empty;

    /// <summary>How often a path was asked for.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, int> Visits { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use((context, next) =>
        {
            Visits.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
            return next(context);
        });
        app.MapGet("/workbench", () => Html(Pages.Workbench));
        app.MapGet("/next", (string? q) => Html(Pages.Next(q ?? string.Empty)));
        app.MapGet("/slow", async () =>
        {
            await release.Task;
            return Html(Pages.Next("slow"));
        });
        ApiPages.Map(app);
        RealPages.Map(app);
        LoginPages.Map(app);
        app.MapGet("/favicon.ico", () => Results.NoContent());
        await app.StartAsync();
        BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    /// <summary>Lets the slow route answer.</summary>
    public void Release() => release.TrySetResult();

    public async Task DisposeAsync()
    {
        Release();
        await app!.DisposeAsync();
    }

    private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");
}
