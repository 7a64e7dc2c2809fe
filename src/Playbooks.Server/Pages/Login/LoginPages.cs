using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Security;

namespace Playbooks.Server.Pages.Login;

/// <summary><c>/login</c>: accepts the token from a person. <c>/logout</c>: ends the session.</summary>
internal static class LoginPages
{
    private const string TokenField = "token";
    private const string FromField = "from";

    public static void MapLoginPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/login", Show).WithName(RequestGate.Login).AllowAnonymous().WithMetadata(new PageDepth(1));
        endpoints.MapPost("/login", LogInAsync).AllowAnonymous().WithMetadata(new PageDepth(1));
        endpoints.MapPost("/logout", (Delegate)LogOutAsync).WithMetadata(new PageDepth(1));
    }

    private static IResult Show(HttpContext http, ServiceToken token)
    {
        var links = Links.From(http);
        return token.IsSet
            ? new PageResult("Log in", links, LoginView.Render(links, Safe(links, http.Request.Query[FromField]), problem: null))
            : new SeeOther(links.Runs);
    }

    private static async Task<IResult> LogInAsync(HttpContext http, ServiceToken token, LoginThrottle throttle, CancellationToken cancellationToken)
    {
        var links = Links.From(http);
        var form = await FormBody.ReadAsync(http.Request, "Programs must send the token as 'Authorization: Bearer <token>'.", cancellationToken);
        var from = Safe(links, form[FromField]);
        var client = http.Connection.RemoteIpAddress;
        if (throttle.Enter(client) is { } wait)
        {
            var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            http.Response.Headers.RetryAfter = seconds;
            return Refused(StatusCodes.Status429TooManyRequests, $"Too many attempts. Wait {seconds} s before the next one.");
        }

        if (!token.Matches(form[TokenField].ToString().Trim()))
        {
            return Refused(StatusCodes.Status401Unauthorized, "The token is incorrect.");
        }

        throttle.Succeeded(client);
        await http.SignInAsync(PlaybooksAuthenticationDefaults.CookieScheme, SessionCookie.CreatePrincipal());
        return new SeeOther(from);

        PageResult Refused(int status, string problem) => new("Not logged in", links, LoginView.Render(links, from, problem)) { Status = status };
    }

    private static async Task<IResult> LogOutAsync(HttpContext http)
    {
        await http.SignOutAsync(PlaybooksAuthenticationDefaults.CookieScheme);
        return new SeeOther(Links.From(http).Login);
    }

    // Only a page of this service is allowed. A URL that starts with two slashes, or with characters that browsers treat as such, leads to another site.
    private static string Safe(Links links, string? from) =>
        from is ['/', not ('/' or '\\'), ..] && from.StartsWith(links.Runs, StringComparison.Ordinal) && !from.Any(char.IsControl) ? from : links.Runs;
}
