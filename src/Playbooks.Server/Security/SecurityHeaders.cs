namespace Playbooks.Server.Security;

/// <summary>What browsers are told of every answer; an endpoint may say something else of its own.</summary>
internal static class SecurityHeaders
{
    /// <summary>Pages of the service: their own files and nothing else.</summary>
    public const string Page =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A run's report, which holds what pages said: its styles stand in it, and no script runs.</summary>
    public const string Report = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets them, before the endpoint begins to answer.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = Page;
        headers.CacheControl = "no-store";
        // Not `no-referrer`: with that, browsers no longer say which page has sent a form.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
