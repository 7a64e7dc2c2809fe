using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runner;

/// <summary>Processes that use the same folder of sessions share them.</summary>
public sealed class SharedSessionTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder temp = new();
    private WebApplication site = null!;
    private int logins;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site = builder.Build();
        site.MapGet("/login", static () => Html("<form method=post><input name=username autocomplete=username><input name=password type=password><button>Log in</button></form>"));
        site.MapPost("/login", (HttpContext http) =>
        {
            Interlocked.Increment(ref logins);
            http.Response.Cookies.Append("session", "1", new() { HttpOnly = true });
            return Results.Redirect("/");
        });
        site.MapGet("/", static () => Html("<h1>Orders</h1>"));
        await site.StartAsync();
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Two_processes_that_need_the_same_session_at_once_log_in_once()
    {
        var url = site.Urls.Single();
        using var one = ChildProcess.Start("log-in", temp.Path, url);
        using var other = ChildProcess.Start("log-in", temp.Path, url);
        Assert.Equal("ready", await one.ReadLineAsync());
        Assert.Equal("ready", await other.ReadLineAsync());

        var said = await Task.WhenAll(one.EndAsync(), other.EndAsync());

        Assert.Equal(["logged in; session 'clerk' kept", "session 'clerk' reused"], said.Select(static lines => string.Join('\n', lines)).Order(StringComparer.Ordinal));
        Assert.Equal(1, logins);
    }

    private static IResult Html(string body) => Results.Text("<!doctype html>" + body, "text/html; charset=utf-8");
}
