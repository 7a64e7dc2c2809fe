using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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

    public async Task InitializeAsync() => (app, BaseUrl) = await LoopbackServer.StartAsync(Map);

    private void Map(WebApplication site)
    {
        site.Use((context, next) =>
        {
            Visits.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
            return next(context);
        });
        site.MapGet("/workbench", () => Html(Pages.Workbench));
        site.MapGet("/next", (string? q) => Html(Pages.Next(q ?? string.Empty)));
        site.MapGet("/slow", async () =>
        {
            await release.Task;
            return Html(Pages.Next("slow"));
        });
        ApiPages.Map(site);
        RealPages.Map(site);
        LoginPages.Map(site);
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
