using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Playbooks.Browser.Tests.Site;

/// <summary>A site that shows whatever it is told, everywhere: in its answers, in headers, in the page, in dialogs, and in names of files.</summary>
public sealed class CarelessSite : IAsyncLifetime
{
    /// <summary>The name of the cookie of a session.</summary>
    public const string Cookie = "careless_session";

    private const string Login = """
        <!doctype html><html lang=en><title>Log in</title><h1>Log in</h1>
        <form method=post><label>User <input name=username autocomplete=username></label><label>Password <input type=password name=password autocomplete=current-password></label><button>Log in</button></form></html>
        """;

    // `show` puts one value into everything that a page can show it with.
    private const string Home = """
        <!doctype html><html lang=en><title>Careless</title><h1>Careless</h1>
        <ul id=shown></ul>
        <input id=field aria-label=Field><textarea id=area aria-label=Area></textarea><select id=options aria-label=Options><option>None</option></select>
        <p id=text>Nothing</p><p class=twice>One</p><p class=twice>Two</p>
        <button id=next>Next</button> <button id=ask>Ask</button> <button id=tell>Tell</button> <button id=opens>Open</button> <a id=export>Export</a> <button id=hidden hidden>Hidden</button>
        <iframe id=frame title=Frame srcdoc="<p id=inside>Nothing</p>"></iframe>
        <script>
          window.show = value => {
            const item = document.createElement('li');
            item.textContent = value;
            item.title = item.ariaLabel = value;
            shown.append(item, document.createComment(value));
            options.add(new Option(value));
          };
          window.showIn = (selector, value) => {
            const element = document.querySelector(selector);
            element.textContent = element.value = value;
            element.setAttribute('data-value', value);
            element.setAttribute('aria-label', value);
          };
          ask.onclick = () => showIn('#text', prompt(ask.dataset.value || 'Name?', ask.dataset.value || ''));
          tell.onclick = () => alert(tell.dataset.value || 'Told');
          opens.onclick = () => window.open('/careless/window#' + encodeURIComponent(opens.dataset.value || ''));
          next.onclick = () => showIn('#text', String(Number(next.dataset.clicks = Number(next.dataset.clicks || 0) + 1)));
        </script></html>
        """;

    private WebApplication? app;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = string.Empty;

    /// <summary>What a session has in its cookie and in the two storages of the page.</summary>
    public IReadOnlyList<string> Session { get; set; } = [];

    public async Task InitializeAsync() => (app, BaseUrl) = await LoopbackServer.StartAsync(Map);

    public async Task DisposeAsync() => await app!.DisposeAsync();

    private void Map(WebApplication site)
    {
        site.MapGet("/careless/login", static () => Html(Login));
        site.MapPost("/careless/login", async (HttpContext http) =>
        {
            // As a site does that greets its user with what was typed.
            var fields = await http.Request.ReadFormAsync();
            http.Response.Cookies.Append(Cookie, Session[0], new() { Path = "/" });
            return Html($"<!doctype html><title>Hello {WebUtility.HtmlEncode(fields["username"])}</title><h1>Hello</h1><p>{WebUtility.HtmlEncode(fields["password"])}</p>"
                + $"<script>localStorage.setItem('token', {Quoted(Session[1])}); sessionStorage.setItem('tab', {Quoted(Session[2])})</script>");
        });
        site.MapGet("/careless", static () => Html(Home));
        site.MapGet("/careless/window", static () => Html("<!doctype html><title>Window</title><script>document.title = decodeURIComponent(location.hash.slice(1))</script><h1>Window</h1>"));
        site.MapGet("/careless/export", static (string name) => Results.File(Encoding.UTF8.GetBytes(name), "text/csv", name + ".csv"));
        site.MapMethods("/careless/echo", ["GET", "POST"], async (HttpRequest request, HttpResponse response) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var sent = await reader.ReadToEndAsync();
            response.Headers["X-Echo"] = request.Headers["X-Sent"].ToString();
            return Results.Json(
                new { sent, decoded = request.HasFormContentType ? WebUtility.UrlDecode(sent) : sent, headers = request.Headers.Select(static header => header.ToString()) },
                statusCode: request.Query.ContainsKey("refuse") ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        });
        site.MapPost("/careless/moved", static (HttpRequest request) => Results.Redirect("/careless/echo?from=" + Uri.EscapeDataString(request.Headers["X-Sent"].ToString()), permanent: false, preserveMethod: true));
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");
}
