using Playbooks.Browsing;

namespace Playbooks;

/// <summary>
/// Describes the browser context of a run. It applies to a context that the run itself opens. For a page or context of the caller, only
/// <see cref="OnDialog"/> and <see cref="OnPageError"/> apply.
/// </summary>
public sealed record BrowserSettings
{
    /// <summary>Gets the name of one of Playwright's devices, which sets the viewport, user agent, pixel density, and touch support, or null.</summary>
    public string? Device { get; init; }

    /// <summary>Gets the size of the viewport, or null.</summary>
    public ViewportSize? Viewport { get; init; }

    /// <summary>Gets the language of the browser, such as <c>de-DE</c>, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>Gets the IANA name of the browser's time zone, which also applies to <c>{today}</c> and <c>{now}</c>, or null.</summary>
    public string? Timezone { get; init; }

    /// <summary>Gets the color scheme that the page sees as preferred, or null.</summary>
    public PageColorScheme? ColorScheme { get; init; }

    /// <summary>Gets the geolocation that the browser reports, or null.</summary>
    public Geolocation? Geolocation { get; init; }

    /// <summary>Gets the permissions that are granted to pages, or null.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>Gets the headers that the browser sends with every request, or null.</summary>
    public IReadOnlyDictionary<string, string>? ExtraHeaders { get; init; }

    /// <summary>Gets whether invalid certificates are accepted, or null.</summary>
    public bool? IgnoreHttpsErrors { get; init; }

    /// <summary>Gets whether the browser logs in with HTTP authentication and the credentials <c>username</c> and <c>password</c> of the run, at the origin of the base URL only; or null.</summary>
    public bool? HttpCredentials { get; init; }

    /// <summary>Gets the fixed time that pages see, which also applies to <c>{today}</c> and <c>{now}</c>, or null.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Gets how an alert, a confirm dialog, or a prompt that no step expects is handled. If null, <see cref="DialogPolicy.Fail"/> applies.</summary>
    public DialogPolicy? OnDialog { get; init; }

    /// <summary>Gets what happens when a page has an uncaught error. If null, <see cref="PageErrorPolicy.Note"/> applies.</summary>
    public PageErrorPolicy? OnPageError { get; init; }

    /// <summary>Gets the credentials that <see cref="HttpCredentials"/> asks for, or null.</summary>
    internal HttpLogin? HttpLogin { get; init; }

    /// <summary>Gets whether any setting requires that the run opens the context itself.</summary>
    internal bool NeedsOwnContext => this with { OnDialog = null, OnPageError = null } != new BrowserSettings();

    /// <summary>Returns these settings, overridden by those of the run's options.</summary>
    internal BrowserSettings With(BrowserSettings? options) => options is null ? this : new()
    {
        Device = options.Device ?? Device,
        Viewport = options.Viewport ?? Viewport,
        Locale = options.Locale ?? Locale,
        Timezone = options.Timezone ?? Timezone,
        ColorScheme = options.ColorScheme ?? ColorScheme,
        Geolocation = options.Geolocation ?? Geolocation,
        Permissions = options.Permissions ?? Permissions,
        ExtraHeaders = options.ExtraHeaders ?? ExtraHeaders,
        IgnoreHttpsErrors = options.IgnoreHttpsErrors ?? IgnoreHttpsErrors,
        HttpCredentials = options.HttpCredentials ?? HttpCredentials,
        Clock = options.Clock ?? Clock,
        OnDialog = options.OnDialog ?? OnDialog,
        OnPageError = options.OnPageError ?? OnPageError,
    };
}

/// <summary>Represents the size of a viewport, in CSS pixels.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
public sealed record ViewportSize(int Width, int Height);

/// <summary>Represents a geographic location.</summary>
/// <param name="Latitude">Degrees north, from -90 to 90.</param>
/// <param name="Longitude">Degrees east, from -180 to 180.</param>
public sealed record Geolocation(decimal Latitude, decimal Longitude);

/// <summary>Specifies the color scheme that a page sees as preferred.</summary>
public enum PageColorScheme
{
    /// <summary>Light.</summary>
    Light,

    /// <summary>Dark.</summary>
    Dark,

    /// <summary>No preference.</summary>
    NoPreference,
}

/// <summary>Specifies what happens when a page has an uncaught error.</summary>
public enum PageErrorPolicy
{
    /// <summary>The error is part of the evidence of a failure.</summary>
    Note,

    /// <summary>The step during which the error occurs fails.</summary>
    Fail,
}
