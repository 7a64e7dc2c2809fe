namespace Playbooks.Server.Security;

/// <summary>
/// Where a request comes from, as far as browsers say it. Programs say nothing, and need not: they have the token, or are on this machine,
/// while a browser there carries out what any site tells it.
/// </summary>
internal sealed class RequestOrigin(HttpRequest request)
{
    private readonly string site = request.Headers["Sec-Fetch-Site"].ToString();
    private readonly string origin = request.Headers.Origin.ToString();

    /// <summary>Whether it is proven that a page of this service sent it.</summary>
    public bool IsOwn => site.Length > 0 ? site == "same-origin" : IsOwnOrigin;

    /// <summary>Whether a page of another origin sent it, be it one of the same site; a person who follows a link to this service may come from anywhere.</summary>
    public bool IsForeign => !IsVisit && (site.Length > 0 ? site is not ("same-origin" or "none") : origin.Length > 0 && !IsOwnOrigin);

    // A person opens a page of this service in a window of its own, which no other page can look into.
    private bool IsVisit =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document";

    // By host and port alone: where a proxy ends TLS, this service knows nothing of the browser's https.
    private bool IsOwnOrigin =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && string.Equals(origin[(page.Scheme.Length + 3)..], request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
