namespace Playbooks.Execution.Login;

/// <summary>Finds what <c>http_credentials: true</c> logs in with.</summary>
internal static class HttpAuthentication
{
    /// <summary>Returns the settings with the credentials of the run, if they ask for them.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.AuthFailed"/>: a credential or the base URL is missing. The message says what to set.</exception>
    public static BrowserSettings AddTo(BrowserSettings settings, RunCredentials credentials, string? baseUrl)
    {
        if (settings.HttpCredentials != true)
        {
            return settings;
        }

        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var url))
        {
            throw new PlaybookException(ErrorCode.AuthFailed, "The browser has http_credentials: true, but the run has no base URL, whose origin is the only one that the credentials are sent to. Set base_url, or the base URL in the options of the run.");
        }

        string[] names = ["username", "password"];
        Secret?[] found = [.. names.Select(credentials.Find)];
        if (found is [{ } username, { } password])
        {
            return settings with { HttpLogin = new(username, password, url.GetLeftPart(UriPartial.Authority)) };
        }

        string[] missing = [.. names.Where((_, place) => found[place] is null)];
        throw new PlaybookException(
            ErrorCode.AuthFailed,
            $"The browser has http_credentials: true, but no {string.Join(" and no ", missing.Select(static name => $"'{name}'"))} was supplied. Set {string.Join(" and ", missing.Select(ConfiguredCredentials.VariableOf))}, or pass the credentials in the options of the run.");
    }
}
