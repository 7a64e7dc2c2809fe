namespace Playbooks.Guarding.Urls;

/// <summary>Resolves URLs without a host.</summary>
internal static class RelativeUrl
{
    /// <summary>Determines whether a URL is relative: a path, a query, or a fragment.</summary>
    public static bool Is(string url) => url.Length > 0 && url[0] is '/' or '.' or '?' or '#';

    /// <summary>Resolves a URL against a base URL.</summary>
    /// <returns>The resolved URL, or the URL itself if it is not relative; null if the base URL is missing or is not an absolute http or https URL.</returns>
    public static string? Resolve(string url, string? baseUrl) =>
        !Is(url) ? url
        // On Linux, .NET parses "/x" as an absolute file URL, so the base URL is parsed first.
        : baseUrl is not null && WebOrigin.Read(baseUrl) is not null && Uri.TryCreate(baseUrl, UriKind.Absolute, out var origin) && Uri.TryCreate(origin, url, out var target) ? target.AbsoluteUri
        : null;
}
