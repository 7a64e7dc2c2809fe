using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Playbooks.Browser.Tests.Site;

/// <summary>A small API for requests, which knows its caller by a cookie.</summary>
internal static class ApiPages
{
    private const string Session = "user";

    public static void Map(WebApplication app)
    {
        app.MapPost("/api/session", async (HttpContext context) =>
        {
            context.Response.Cookies.Append(Session, (await context.Request.ReadFormAsync())["user"].ToString());
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        app.MapGet("/api/whoami", static (HttpRequest request) => Results.Text(request.Cookies[Session] ?? "nobody"));
        app.MapPost("/api/invoices", static (HttpRequest request, Invoice invoice) =>
            request.Cookies[Session] == invoice.Email && invoice is { Amount: 12.50m, Count: 2, Note: "2" } ? Results.Json(new { id = 42 }, statusCode: StatusCodes.Status201Created) : Results.BadRequest());
        app.MapGet("/api/invoices", static (string email) => Results.Json(new { email, items = "42" }));
        app.MapGet("/api/invoices/{id:int}", static (int id) => id == 42 ? Results.Json(new { items = new[] { new { total = 12.50m } } }) : Results.Json(new { items = Array.Empty<int>(), more = false }));
        app.MapGet("/api/moved", static () => Results.Redirect("/api/whoami"));
    }

    /// <summary>What is sent to create an invoice; a text is not a number here.</summary>
    private sealed record Invoice(string Email, decimal Amount, int Count, string Note);
}
