namespace Playbooks.Server;

/// <summary>
/// Names the authentication schemes and the authorization policy of the run service. To accept the token in a policy of your own as well, add
/// <see cref="AuthenticationScheme"/> to it; see <see cref="PlaybooksOptions.AuthorizationPolicy"/>.
/// </summary>
public static class PlaybooksAuthenticationDefaults
{
    /// <summary>The scheme that accepts the token in either form: it forwards to <see cref="BearerScheme"/> or <see cref="CookieScheme"/>.</summary>
    public const string AuthenticationScheme = "Playbooks";

    /// <summary>The scheme for programs, which send the token as <c>Authorization: Bearer</c>. Rejects other requests with 401.</summary>
    public const string BearerScheme = "Playbooks.Bearer";

    /// <summary>The scheme for people, who have entered the token at <c>/login</c> and received a cookie. Redirects a browser that opens a page to <c>/login</c>, and rejects other requests with 401.</summary>
    public const string CookieScheme = "Playbooks.Cookie";

    /// <summary>The policy of all endpoints, unless <see cref="PlaybooksOptions.AuthorizationPolicy"/> names another one. Requires the token, if the service has one.</summary>
    public const string AuthorizationPolicy = "Playbooks";
}
