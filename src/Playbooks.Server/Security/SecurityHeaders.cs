namespace Playbooks.Server.Security;

/// <summary>Sets the security headers of every response. An endpoint can override them.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy for pages of the service, which load their own files only.</summary>
    public const string Page =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The policy for a run's report, which contains texts from pages: styles are inline, and no script runs.</summary>
    public const string Report = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers before the endpoint starts its response.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = Page;
        headers.CacheControl = "no-store";
        // Not `no-referrer`, because browsers would then no longer report which page sent a form.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
