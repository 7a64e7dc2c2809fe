using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Playbooks.Browser.Tests.Site;

/// <summary>Pages that give back what they were sent, as careless pages do.</summary>
internal static class LoginPages
{
    // Without a charset, as a form that sends other bytes than UTF-8.
    private const string Form = """
        <!doctype html><title>Log in</title>
        <form method=post action=/login><input id=password name=password type=password><textarea id=note name=note></textarea><button id=send>Log in</button></form>
        """;

    public static void Map(WebApplication app)
    {
        app.MapGet("/login", () => Results.Text(Form, "text/html"));
        app.MapPost("/login", async (HttpRequest request) =>
        {
            var sent = await BodyAsync(request);
            var encoded = Encoding.ASCII.GetBytes(sent.Split('&')[0].Split('=')[1]);
            var password = Encoding.Latin1.GetString(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!);
            return Results.Text(
                $"<!doctype html><meta charset=utf-8><title>{WebUtility.HtmlEncode(password)}</title><p>You sent {sent}</p><p>{HtmlEncoder.Default.Encode(password)}</p><a href='/next?q={Uri.EscapeDataString(password)}'>Next</a>"
                + $"<script>const password = \"{JavaScriptEncoder.Default.Encode(password)}\";</script>",
                "text/html; charset=utf-8");
        });
        app.MapPost("/echo", async (HttpRequest request) =>
        {
            var sent = await BodyAsync(request);
            return Results.Json(new { sent, query = request.QueryString.Value, headers = request.Headers.Select(static header => header.ToString()) });
        });
    }

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
