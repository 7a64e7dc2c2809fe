namespace Playbooks.Shared;

/// <summary>Recognizes HTTP headers that carry credentials. The language refuses literals in them, and the runtime never shows their values.</summary>
internal static class CredentialHeader
{
    private static readonly string[] Credentials = ["authorization", "cookie", "token", "apikey", "secret", "password", "credential", "credentials"];

    // A key is a credential only with one of these words before it; an Idempotency-Key is not.
    private static readonly string[] Keys = ["api", "auth", "access", "subscription", "functions", "license"];

    // These tokens protect or continue a request, and prove no identity.
    private static readonly string[] Harmless = ["csrf", "xsrf", "continuation", "page"];

    /// <summary>Determines whether a header carries a credential, by its name: <c>Authorization</c>, <c>X-Api-Key</c>, <c>X-Auth-Token</c>, <c>Cookie</c>.</summary>
    public static bool Is(string name)
    {
        var words = name.ToLowerInvariant().Split('-', '_');
        var last = words[words.Length - 1];
        return !words.Any(static word => Harmless.Contains(word))
            && (Credentials.Contains(last) || (last == "key" && words.Length > 1 && Keys.Contains(words[words.Length - 2])));
    }

    /// <summary>Determines whether a header contains cookies.</summary>
    public static bool IsCookie(string name) => name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase);
}
