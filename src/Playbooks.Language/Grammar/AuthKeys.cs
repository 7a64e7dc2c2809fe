namespace Playbooks.Language.Grammar;

/// <summary>The keys of <c>auth</c>, which says how a run logs in.</summary>
public static class AuthKeys
{
    /// <summary>The word of <see cref="Mode"/> for a login form.</summary>
    public const string FormLogin = "form_login";

    /// <summary>The word of <see cref="Mode"/> for another playbook.</summary>
    public const string ByPlaybook = "playbook";

    /// <summary><c>mode</c>.</summary>
    public static KeyDefinition Mode { get; } = new("mode", KeyKind.Word, "How the run logs in: `form_login` finds the login form and fills it in; `playbook` runs another playbook.", FormLogin)
    {
        Words = [new(FormLogin), new(ByPlaybook)],
        Default = $"`{FormLogin}`, or `{ByPlaybook}` if that key is present",
    };

    /// <summary><c>playbook</c>.</summary>
    public static KeyDefinition Playbook { get; } = new("playbook", KeyKind.PlaybookReference, "The id of the playbook that logs in. Its parameters receive the credentials with the same names.", "login");

    /// <summary><c>login_url</c>.</summary>
    public static KeyDefinition LoginUrl { get; } = new("login_url", KeyKind.Url, "The page with the login form; required with `form_login`.", "/login");

    /// <summary><c>success</c>.</summary>
    public static KeyDefinition Success { get; } = new("success", KeyKind.Mapping, "What must hold for the run to count as logged in; at least one key is required.", "{ cookie_present: user_session }") { Mapping = SuccessKeys.Mapping, Required = true };

    /// <summary><c>session</c>.</summary>
    public static KeyDefinition Session { get; } = new("session", KeyKind.PlainText, "The name under which cookies and storage are kept, so that later runs with the same origin and credentials do not have to log in. Without it, every run logs in.", "admin");

    /// <summary><c>username</c>.</summary>
    public static KeyDefinition Username { get; } = new("username", KeyKind.Text, "The user name, as a placeholder.", "\"{user}\"") { Default = "the credential `username`" };

    /// <summary><c>password</c>.</summary>
    public static KeyDefinition Password { get; } = new("password", KeyKind.Text, "The password, as a placeholder.", "\"{secret_word}\"") { Default = "the credential `password`" };

    /// <summary>The mapping.</summary>
    public static MappingDefinition Mapping { get; } = new("auth", "'auth'", Mode, Playbook, LoginUrl, Success, Session, Username, Password);

    /// <summary>The keys of <c>success</c>. Where there are several, all of them must hold.</summary>
    public static class SuccessKeys
    {
        /// <summary><c>cookie_present</c>.</summary>
        public static KeyDefinition CookiePresent { get; } = new("cookie_present", KeyKind.Text, "The browser has a cookie of this name.", "user_session");

        /// <summary><c>element_visible</c>.</summary>
        public static KeyDefinition ElementVisible { get; } = new("element_visible", KeyKind.Selector, "An element is visible.", "\"#logout\"");

        /// <summary><c>url_contains</c>.</summary>
        public static KeyDefinition UrlContains { get; } = new("url_contains", KeyKind.Text, "The page's URL contains this text; both are percent-decoded.", "/dashboard");

        /// <summary>The mapping.</summary>
        public static MappingDefinition Mapping { get; } = new("success", "'success'", CookiePresent, ElementVisible, UrlContains);
    }
}
