namespace Playbooks.Language.Model;

/// <summary>The browser context of a run; what is null is left to the run.</summary>
public sealed record BrowserModel
{
    /// <summary>The name of a device.</summary>
    public string? Device { get; init; }

    /// <summary>The width of the viewport, which has a height, too.</summary>
    public int? Width { get; init; }

    /// <summary>The height of the viewport.</summary>
    public int? Height { get; init; }

    /// <summary>The language.</summary>
    public string? Locale { get; init; }

    /// <summary>The IANA name of the time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>The word of the color scheme.</summary>
    public string? ColorScheme { get; init; }

    /// <summary>Degrees north, canonical; there is a longitude, too.</summary>
    public string? Latitude { get; init; }

    /// <summary>Degrees east, canonical.</summary>
    public string? Longitude { get; init; }

    /// <summary>What pages may do without asking.</summary>
    public EquatableArray<string> Permissions { get; init; }

    /// <summary>Headers of every request.</summary>
    public EquatableArray<NamedText> ExtraHeaders { get; init; }

    /// <summary>Whether invalid certificates are accepted.</summary>
    public bool? IgnoreHttpsErrors { get; init; }

    /// <summary>Whether the browser logs in with HTTP authentication and the run's credentials.</summary>
    public bool? HttpCredentials { get; init; }

    /// <summary>The fixed time, as written.</summary>
    public string? Clock { get; init; }

    /// <summary>How a dialog is handled that no step expects.</summary>
    public DialogPolicyModel? OnDialog { get; init; }

    /// <summary>What an uncaught error in a page does.</summary>
    public PageErrorPolicyModel? OnPageError { get; init; }
}

/// <summary>How a dialog is handled that no step expects; the runtime's enum has the same members.</summary>
public enum DialogPolicyModel
{
    /// <summary>It is dismissed, and the step fails.</summary>
    Fail,

    /// <summary>It is dismissed.</summary>
    Dismiss,

    /// <summary>It is accepted.</summary>
    Accept,
}

/// <summary>What an uncaught error in a page does; the runtime's enum has the same members.</summary>
public enum PageErrorPolicyModel
{
    /// <summary>It is noted.</summary>
    Note,

    /// <summary>The step fails.</summary>
    Fail,
}

/// <summary>Requests that are answered without the network.</summary>
/// <param name="Url">A glob for their URLs.</param>
public sealed record RouteModel(BoundText Url)
{
    /// <summary>The status of the response.</summary>
    public int? Status { get; init; }

    /// <summary>The body as JSON.</summary>
    public JsonModel? Json { get; init; }

    /// <summary>The body as text.</summary>
    public BoundText? Body { get; init; }

    /// <summary>The path of the file whose content is the body.</summary>
    public BoundText? File { get; init; }

    /// <summary>Headers of the answer.</summary>
    public EquatableArray<NamedText> Headers { get; init; }

    /// <summary>Whether the requests fail instead.</summary>
    public bool Abort { get; init; }

    /// <summary>How many are answered; null: all.</summary>
    public int? Times { get; init; }
}
