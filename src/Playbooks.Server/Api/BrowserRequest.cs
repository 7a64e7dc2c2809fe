namespace Playbooks.Server.Api;

/// <summary>Distinguishes people from programs, which use the same URLs.</summary>
internal static class BrowserRequest
{
    /// <summary>Determines whether the client requests a page: HTML is the first content type that the request accepts, as in every navigation of a browser, and the URL does not override it.</summary>
    public static bool WantsPage(HttpContext http) =>
        http.Request.Query["format"] != "json"
        && http.Request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
}
