using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Playbooks.Browser.Tests.Site;

/// <summary>A shop behind a login, with the login forms that are usual: it counts the logins, and can forget its sessions.</summary>
public sealed class AuthSite : IAsyncLifetime
{
    public const string User = "ada.lovelace@example.com";
    public const string Password = "Analytical-Engine-1843";

    private readonly ConcurrentDictionary<string, string> sessions = new(StringComparer.Ordinal);
    private WebApplication? app;
    private int logins;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = string.Empty;

    /// <summary>How often somebody logged in.</summary>
    public int Logins => Volatile.Read(ref logins);

    /// <summary>The values of the cookies of all sessions.</summary>
    public IEnumerable<string> SessionIds => sessions.Keys;

    /// <summary>Whether the browser keeps the cookie of a session that the server has forgotten.</summary>
    public bool KeepsCookie { get; set; }

    /// <summary>Forgets all sessions, as a server does that is restarted.</summary>
    public void Expire() => sessions.Clear();

    public void Reset()
    {
        Expire();
        KeepsCookie = false;
        logins = 0;
    }

    public async Task InitializeAsync() => (app, BaseUrl) = await LoopbackServer.StartAsync(Map);

    private void Map(WebApplication site)
    {
        foreach (var (name, form) in AuthForms.All)
        {
            site.MapGet($"/{name}/login", () => Html(form(string.Empty)));
            site.MapPost($"/{name}/login", (Delegate)((HttpContext http) => LogInAsync(http, name, form)));
        }

        site.MapGet("/orders", Orders);
        site.MapGet("/api/orders", (HttpRequest request) =>
            request.Headers["X-Session"] == request.Cookies["user_session"] && UserOf(request) is { } user && request.Headers["X-Token"] == "token-of-" + user
                ? Results.Json(new { items = new[] { new { total = 12.5m, customer = user } } })
                : Results.StatusCode(401));
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();

    private async Task<IResult> LogInAsync(HttpContext http, string name, Func<string, string> form)
    {
        var fields = await http.Request.ReadFormAsync();
        var user = AuthForms.UserNames.Select(field => fields[field].ToString()).FirstOrDefault(static text => text.Length > 0) ?? string.Empty;
        var password = AuthForms.PasswordNames.Select(field => fields[field].ToString()).FirstOrDefault(static text => text.Length > 0);
        if (password is null && name == "two-pages")
        {
            return Html(AuthForms.SecondPage(user));
        }

        if (user != User || password != Password)
        {
            return Html(form("Please enter a correct username and password."));
        }

        Interlocked.Increment(ref logins);
        var session = Guid.NewGuid().ToString("N");
        sessions[session] = user;
        http.Response.Cookies.Append("user_session", session, new() { HttpOnly = true, Path = "/" });
        return Results.Redirect("/orders");
    }

    private IResult Orders(HttpContext http)
    {
        if (UserOf(http.Request) is { } user)
        {
            return Html($"<!doctype html><title>Orders</title><h1>Orders of <span id=who>{user}</span></h1><a id=logout href=/logout>Log out</a><script>localStorage.setItem('token', 'token-of-{user}'); sessionStorage.setItem('tab', sessionStorage.getItem('tab') ?? 'tab-of-{user}')</script>");
        }

        if (!KeepsCookie)
        {
            http.Response.Cookies.Delete("user_session");
        }

        return Results.Redirect("/django/login");
    }

    private string? UserOf(HttpRequest request) => request.Cookies["user_session"] is { } session && sessions.TryGetValue(session, out var user) ? user : null;

    private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");
}
