namespace Playbooks.Server.Security;

/// <summary>
/// Determines the origin of a request, as far as browsers report it. Programs report no origin and do not have to: they have the token, or
/// run on this machine. A browser, in contrast, sends whatever a page of any site requests.
/// </summary>
internal sealed class RequestOrigin(HttpRequest request)
{
    private readonly string site = request.Headers["Sec-Fetch-Site"].ToString();
    private readonly string origin = request.Headers.Origin.ToString();

    /// <summary>Gets whether a page of this service provably sent the request.</summary>
    public bool IsOwn => site.Length > 0 ? site == "same-origin" : IsOwnOrigin;

    /// <summary>Gets whether a page of another origin sent the request, even on the same site. Navigations by links to this service can come from anywhere.</summary>
    public bool IsForeign => !IsVisit && (site.Length > 0 ? site is not ("same-origin" or "none") : origin.Length > 0 && !IsOwnOrigin);

    // A person opens a page of this service in a window of its own, which no other page can look into.
    private bool IsVisit =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document";

    // Only host and port are compared: if a proxy terminates TLS, this service does not know about the browser's https.
    private bool IsOwnOrigin =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && string.Equals(origin[(page.Scheme.Length + 3)..], request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
