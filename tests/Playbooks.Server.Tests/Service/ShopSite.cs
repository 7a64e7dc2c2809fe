using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Playbooks.Server.Tests.Service;

/// <summary>The site that this assembly's playbooks visit. Its slow page answers when the test says so.</summary>
internal sealed class ShopSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim slow = new(0);

    private ShopSite(WebApplication app) => this.app = app;

    /// <summary>Where it is.</summary>
    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<ShopSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var site = new ShopSite(builder.Build());
        site.app.UseRouting();
        site.app.MapGet("/hello", (HttpContext http) => Html($"<h1 id=greeting>Hello, {System.Net.WebUtility.HtmlEncode(http.Request.Query["who"])}</h1>"));
        site.app.MapGet("/slow", async Task<IResult> (HttpContext http) =>
        {
            site.slow.Release();
            await site.release.Task.WaitAsync(http.RequestAborted);
            return Html("<h1 id=greeting>At last</h1>");
        });
        site.app.MapGet("/order", () => Html("""
            <form method=post action=/order><input id=customer name=customer><input id=password name=password type=password><input id=text name=text><button id=send>Send</button></form>
            """));
        site.app.MapPost("/order", async Task<IResult> (HttpContext http) => Html($"<p>Ordered by {System.Net.WebUtility.HtmlEncode((await http.Request.ReadFormAsync())["customer"])}</p>"));
        site.app.MapGet("/members/login", () => Html("<form method=post><input name=username><input name=password type=password><button>Log in</button></form>"));
        site.app.MapPost("/members/login", async Task<IResult> (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            http.Response.Cookies.Append("member", $"{form["username"]}:{form["password"]}");
            return Results.Redirect("/members");
        });
        site.app.MapGet("/members", (HttpContext http) => Html($"<p id=who>{(http.Request.Cookies["member"] == "ada.lovelace:open-sesame-7" ? "A member" : "A stranger")}</p>"));
        await site.app.StartAsync();
        return site;
    }

    /// <summary>Ends when the slow page has been asked for once more.</summary>
    public Task SlowPageAskedAsync() => slow.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Lets the slow page answer.</summary>
    public void Release() => release.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await app.DisposeAsync();
        slow.Dispose();
    }

    private static IResult Html(string body) => Results.Text($"<!doctype html><title>Shop</title>{body}", "text/html; charset=utf-8");
}
