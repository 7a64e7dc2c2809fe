using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Playbooks.Browser.Tests.Site;

/// <summary>A shop's Django admin, with an API: it refuses a form without the token of its cookie, and counts the logins.</summary>
public sealed class DjangoSite : IAsyncLifetime
{
    private const string TokenCookie = "csrftoken";
    private const string SessionCookie = "sessionid";

    private static readonly (string Name, string Hours)[] Shops = [("Bremen", "Mon-Fri 9-18"), ("Bristol", "Tue-Sat 10-17")];
    private static readonly (string Subject, int Shop, DateOnly StartedOn)[] Conversations =
        [("Where is my lamp?", 1, new(2026, 3, 1)), ("Can I still cancel?", 2, new(2026, 3, 3)), ("A mug is broken", 1, new(2026, 3, 2))];

    private readonly ConcurrentDictionary<string, string> sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> statuses = new() { [12345] = "open", [12346] = "shipped" };
    private WebApplication? app;
    private int logins;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = string.Empty;

    /// <summary>How often somebody logged in.</summary>
    public int Logins => Volatile.Read(ref logins);

    public async Task InitializeAsync() => (app, BaseUrl) = await LoopbackServer.StartAsync(Map);

    public async Task DisposeAsync() => await app!.DisposeAsync();

    private void Map(WebApplication site)
    {
        site.MapGet("/admin/login/", static (HttpContext http) => Html(DjangoPages.Login(TokenOf(http), string.Empty)));
        site.MapPost("/admin/login/", (Delegate)LogInAsync);
        site.MapGet("/api/invoices/", (HttpRequest request, string? email) => !sessions.ContainsKey(request.Headers["X-Session"].ToString())
            ? Results.StatusCode(401)
            : Results.Json(new { items = email == "noah@example.com" ? new object[] { new { number = 12345, total = 94.90m } } : [] }));

        var admin = site.MapGroup("/admin").AddEndpointFilter(async (context, next) =>
            sessions.ContainsKey(context.HttpContext.Request.Cookies[SessionCookie] ?? string.Empty) ? await next(context) : Results.Redirect("/admin/login/?next=/admin/"));
        admin.MapGet("/", static () => Html("<!DOCTYPE html><title>Site administration | Django site admin</title><h1>Site administration</h1>"));
        admin.MapGet("/shop/conversation/", ListConversations);
        admin.MapGet("/shop/conversation/{id:int}/change/", static (HttpContext http, int id) => Html(DjangoPages.Form(
            "conversation", TokenOf(http), ("shop", "Shop", DjangoPages.Select("shop", Text(Conversations[id - 1].Shop), [.. Shops.Select(static (shop, index) => (Text(index + 1), shop.Name))])))));
        admin.MapGet("/shop/shop/{id:int}/change/", static (HttpContext http, int id) => Html(DjangoPages.Form(
            "shop", TokenOf(http), ("name", "Name", DjangoPages.Input("name", Shops[id - 1].Name)), ("opening_hours", "Opening hours", DjangoPages.Input("opening_hours", Shops[id - 1].Hours)))));
        admin.MapGet("/shop/order/", ListOrders);
        admin.MapGet("/shop/order/{id:int}/change/", (HttpContext http, int id) => Html(DjangoPages.Form(
            "order", TokenOf(http), ("number", "Number", DjangoPages.Input("number", Text(id), "number")),
            ("status", "Status", DjangoPages.Select("status", statuses[id], ("open", "Open"), ("shipped", "Shipped"), ("cancelled", "Cancelled"))))));
        admin.MapPost("/shop/order/{id:int}/change/", (Delegate)SaveOrderAsync);
    }

    private async Task<IResult> LogInAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (!IsTokenOf(http, form))
        {
            return Results.StatusCode(403);
        }

        if (form["username"] != AuthSite.User || form["password"] != AuthSite.Password)
        {
            return Html(DjangoPages.Login(TokenOf(http), "Please enter the correct username and password for a staff account. Note that both fields may be case-sensitive."));
        }

        Interlocked.Increment(ref logins);
        var session = Guid.NewGuid().ToString("N");
        sessions[session] = AuthSite.User;
        http.Response.Cookies.Append(SessionCookie, session, new() { HttpOnly = true, Path = "/", SameSite = SameSiteMode.Lax });
        return Results.Redirect(form["next"].ToString());
    }

    private static IResult ListConversations(HttpContext http, string? o)
    {
        var rows = Conversations.Select(static (conversation, index) => (conversation, Url: $"/admin/shop/conversation/{index + 1}/change/"));
        rows = o == "-3" ? rows.OrderByDescending(static row => row.conversation.StartedOn) : rows;
        return Html(DjangoPages.List("conversation", TokenOf(http), string.Empty, string.Empty, rows.Select(static row => (row.Url, new[]
        {
            ("subject", row.conversation.Subject), ("shop", Shops[row.conversation.Shop - 1].Name), ("started_at", $"{row.conversation.StartedOn:MMMM d, yyyy}, 3 a.m."),
        }))));
    }

    private IResult ListOrders(HttpContext http, string? q, string? saved) => Html(DjangoPages.List(
        "order",
        TokenOf(http),
        q ?? string.Empty,
        saved is null ? string.Empty : $"The order “<a href=\"/admin/shop/order/{saved}/change/\">Order {saved}</a>” was changed successfully.",
        statuses.Where(order => Text(order.Key).Contains(q ?? string.Empty, StringComparison.Ordinal)).Select(static order => ($"/admin/shop/order/{Text(order.Key)}/change/", new[]
        {
            ("number", Text(order.Key)), ("status", $"{char.ToUpperInvariant(order.Value[0])}{order.Value[1..]}"),
        }))));

    private async Task<IResult> SaveOrderAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var id = form["number"].ToString();
        if (!IsTokenOf(http, form))
        {
            return Results.StatusCode(403);
        }

        statuses[int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)] = form["status"].ToString();
        return Results.Redirect($"/admin/shop/order/?q={id}&saved={id}");
    }

    // The token of a form is that of the cookie.
    private static string TokenOf(HttpContext http)
    {
        var token = http.Request.Cookies[TokenCookie] ?? Guid.NewGuid().ToString("N");
        http.Response.Cookies.Append(TokenCookie, token, new() { Path = "/", SameSite = SameSiteMode.Lax });
        return token;
    }

    private static bool IsTokenOf(HttpContext http, IFormCollection form) => form["csrfmiddlewaretoken"] == http.Request.Cookies[TokenCookie];

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");
}
