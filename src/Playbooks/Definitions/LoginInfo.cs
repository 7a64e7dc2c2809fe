namespace Playbooks;

/// <summary>Describes how a run logs in, with all values filled in.</summary>
public sealed record LoginInfo
{
    /// <summary>Gets the login as a step of its own, for evidence.</summary>
    public required StepInfo Step { get; init; }

    /// <summary>Gets the URL of the page with the login form, or null if a playbook logs in and opens its pages itself.</summary>
    public string? Url { get; init; }

    /// <summary>Gets whether another playbook logs in. If false, the run fills in the login form.</summary>
    public bool ByPlaybook { get; init; }

    /// <summary>Gets the name of the cookie that the browser has when the run is logged in, or null.</summary>
    public string? CookiePresent { get; init; }

    /// <summary>Gets the selector of the element that is visible when the run is logged in, or null.</summary>
    public string? ElementVisible { get; init; }

    /// <summary>Gets the text that the URL contains when the run is logged in, or null.</summary>
    public string? UrlContains { get; init; }

    /// <summary>Gets the name under which the session is kept, or null if every run logs in.</summary>
    public string? Session { get; init; }

    /// <summary>Gets the user name that takes the place of the credential <c>username</c>, or null.</summary>
    public Secret? Username { get; init; }

    /// <summary>Gets the password that takes the place of the credential <c>password</c>, or null.</summary>
    public Secret? Password { get; init; }
}

/// <summary>Describes a credential that a login takes.</summary>
/// <param name="Name">The name of the credential.</param>
/// <param name="Required">Whether the login is impossible without it.</param>
public sealed record CredentialInfo(string Name, bool Required = true);

/// <summary>Describes a value that a run reads from the session before its first step.</summary>
/// <param name="Source">Where the value is.</param>
/// <param name="Key">The name of the cookie, or the key in the storage.</param>
/// <param name="StoreAs">The name under which the value is stored.</param>
public sealed record CaptureInfo(CaptureSource Source, string Key, string StoreAs);

/// <summary>Specifies where a captured value is.</summary>
public enum CaptureSource
{
    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The page's local storage.</summary>
    LocalStorage,

    /// <summary>The page's session storage.</summary>
    SessionStorage,
}
