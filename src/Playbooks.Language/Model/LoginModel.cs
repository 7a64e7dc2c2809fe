namespace Playbooks.Language.Model;

/// <summary>How a run logs in.</summary>
public sealed record LoginModel
{
    /// <summary>The place of <c>auth</c>.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The id of the playbook that logs in; null: the run fills in the login form.</summary>
    public string? Playbook { get; init; }

    /// <summary>The playbook that logs in; null: it does not exist, nothing is known of the project, or there is none.</summary>
    public CallablePlaybook? Called { get; init; }

    /// <summary>The page with the login form.</summary>
    public BoundText? LoginUrl { get; init; }

    /// <summary>The cookie that the browser has when the run is logged in; null: any.</summary>
    public BoundText? CookiePresent { get; init; }

    /// <summary>The element that is visible when the run is logged in; null: any.</summary>
    public BoundText? ElementVisible { get; init; }

    /// <summary>What the URL contains when the run is logged in; null: anything.</summary>
    public BoundText? UrlContains { get; init; }

    /// <summary>The name under which the session is kept; null: it is not kept.</summary>
    public string? Session { get; init; }

    /// <summary>The user name; null: the credential of that name.</summary>
    public BoundText? Username { get; init; }

    /// <summary>The password; null: the credential of that name.</summary>
    public BoundText? Password { get; init; }

    /// <summary>The credentials that the login takes.</summary>
    public IEnumerable<CredentialModel> Credentials => Called is { } called
        ? called.Signature.Parameters.Where(parameter => parameter.Type is ValueType.String or ValueType.SelectorText && !IsWritten(parameter.Name)).Select(static parameter => new CredentialModel(parameter.Name, parameter.Required))
        : Playbook is null ? UsernameAndPassword.Where(credential => !IsWritten(credential.Name)) : [];

    /// <summary>The credentials of a login that takes a user name and a password.</summary>
    public static IReadOnlyList<CredentialModel> UsernameAndPassword { get; } = [new(UsernameName, Required: true), new(PasswordName, Required: true)];

    /// <summary>The credential that is the user name.</summary>
    public const string UsernameName = "username";

    /// <summary>The credential that is the password.</summary>
    public const string PasswordName = "password";

    /// <summary>The text that is written in place of a credential; null: the credential itself counts.</summary>
    public BoundText? WrittenFor(string credential) => credential switch { UsernameName => Username, PasswordName => Password, _ => null };

    private bool IsWritten(string credential) => WrittenFor(credential) is not null;
}

/// <summary>A credential that a login takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether the login is impossible without it.</param>
public sealed record CredentialModel(string Name, bool Required);

/// <summary>Where a captured value is in the session.</summary>
public enum CaptureSource
{
    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The page's local storage.</summary>
    LocalStorage,

    /// <summary>The page's session storage.</summary>
    SessionStorage,
}

/// <summary>A value that is read from the session before the first step.</summary>
/// <param name="Source">Where it is.</param>
/// <param name="Key">The name of the cookie, or the key in the storage.</param>
/// <param name="StoreAs">The stored value's name, an entry of <see cref="PlaybookModel.StoredValues"/>.</param>
public sealed record CaptureModel(CaptureSource Source, string Key, string StoreAs);
