namespace Playbooks.Server.Api;

/// <summary>Tells people from programs, who ask at the same URL.</summary>
internal static class BrowserRequest
{
    /// <summary>Whether a page is wanted: HTML is the first that the request accepts, as in every browser's navigation, and the address does not say otherwise.</summary>
    public static bool WantsPage(HttpContext http) =>
        http.Request.Query["format"] != "json"
        && http.Request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
}
