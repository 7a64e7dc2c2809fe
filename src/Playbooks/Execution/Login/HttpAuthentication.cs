using Playbooks.Guarding.Urls;

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

        if (WebOrigin.Read(baseUrl ?? string.Empty) is not { } origin)
        {
            throw new PlaybookException(ErrorCode.AuthFailed, "The browser has http_credentials: true, but the run has no base URL. The credentials are sent only to the origin of the base URL. Set base_url, or set the base URL in the options of the run.");
        }

        string[] names = ["username", "password"];
        Secret?[] found = [.. names.Select(credentials.Find)];
        if (found is [{ } username, { } password])
        {
            return settings with { HttpLogin = new(username, password, origin.ToString()) };
        }

        throw ConfiguredCredentials.Missing("The browser has http_credentials: true", [.. names.Where((_, place) => found[place] is null)]);
    }
}
