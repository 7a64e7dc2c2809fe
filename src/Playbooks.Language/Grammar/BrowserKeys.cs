using Playbooks.Language.Model;

namespace Playbooks.Language.Grammar;

/// <summary>The keys of <c>browser</c>.</summary>
public static class BrowserKeys
{
    private static readonly string[] PermissionNames =
    [
        "accelerometer", "ambient-light-sensor", "background-sync", "camera", "clipboard-read", "clipboard-write", "geolocation", "gyroscope",
        "local-fonts", "local-network-access", "magnetometer", "microphone", "midi", "midi-sysex", "notifications", "payment-handler", "storage-access",
    ];

    /// <summary><c>device</c>.</summary>
    public static KeyDefinition Device { get; } = new("device", KeyKind.Device, "One of Playwright's devices, which sets viewport, user agent, pixel density, and touch.", "iPhone 15") { Words = [.. DeviceNames.All.Select(static name => new Word(name))] };

    /// <summary><c>viewport</c>.</summary>
    public static KeyDefinition Viewport { get; } = new("viewport", KeyKind.Mapping, "The size of the page.", "{ width: 1280, height: 800 }") { Mapping = ViewportKeys.Mapping };

    /// <summary><c>locale</c>.</summary>
    public static KeyDefinition Locale { get; } = new("locale", KeyKind.Culture, "The language of the browser.", "de-DE");

    /// <summary><c>timezone</c>.</summary>
    public static KeyDefinition Timezone { get; } = new("timezone", KeyKind.PlainText, "The time zone of the browser, by its IANA name. It also applies to `{today}` and `{now}`.", "Europe/Berlin");

    /// <summary><c>color_scheme</c>.</summary>
    public static KeyDefinition ColorScheme { get; } = new("color_scheme", KeyKind.Word, "The color scheme that the page sees as preferred.", "dark") { Words = [new("light"), new("dark"), new("no-preference")] };

    /// <summary><c>geolocation</c>.</summary>
    public static KeyDefinition Geolocation { get; } = new("geolocation", KeyKind.Mapping, "Where the browser is; pages need the permission `geolocation` to see it.", "{ latitude: 48.1, longitude: 11.6 }") { Mapping = GeolocationKeys.Mapping };

    /// <summary><c>permissions</c>.</summary>
    public static KeyDefinition Permissions { get; } = new("permissions", KeyKind.Words, "What pages may do without asking.", "[geolocation, clipboard-read]") { Words = [.. PermissionNames.Select(static name => new Word(name))] };

    /// <summary><c>extra_headers</c>.</summary>
    public static KeyDefinition ExtraHeaders { get; } = new("extra_headers", KeyKind.TextMap, "Headers that the browser sends with every request. Values can contain parameters as placeholders. A credential must be a placeholder.", "{ X-Test: \"1\" }");

    /// <summary><c>ignore_https_errors</c>.</summary>
    public static KeyDefinition IgnoreHttpsErrors { get; } = new("ignore_https_errors", KeyKind.Bool, "Whether invalid certificates are accepted.", "true") { Default = "`false`" };

    /// <summary><c>http_credentials</c>.</summary>
    public static KeyDefinition HttpCredentials { get; } = new("http_credentials", KeyKind.Bool, "Whether the browser logs in with HTTP authentication and the run's credentials `username` and `password`. They are sent to the origin of `base_url` only.", "true") { Default = "`false`" };

    /// <summary><c>clock</c>.</summary>
    public static KeyDefinition Clock { get; } = new("clock", KeyKind.Timestamp, "The fixed time that pages see, which also applies to `{today}` and `{now}`.", "2026-03-01T09:00:00Z");

    /// <summary><c>on_dialog</c>.</summary>
    public static KeyDefinition OnDialog { get; } = new("on_dialog", KeyKind.Word, "How an alert, confirm dialog, or prompt that no step expects is handled.", "dismiss") { Words = WordsOf<DialogPolicyModel>.All, Default = "`fail`" };

    /// <summary><c>on_page_error</c>.</summary>
    public static KeyDefinition OnPageError { get; } = new("on_page_error", KeyKind.Word, "What happens when a page has an uncaught error.", "fail") { Words = WordsOf<PageErrorPolicyModel>.All, Default = "`note`" };

    /// <summary>The mapping of <c>browser</c>.</summary>
    public static MappingDefinition Mapping { get; } = new(
        "browser", "'browser'", Device, Viewport, Locale, Timezone, ColorScheme, Geolocation, Permissions, ExtraHeaders, IgnoreHttpsErrors, HttpCredentials, Clock, OnDialog, OnPageError);

    /// <summary>The keys of <c>viewport</c>.</summary>
    public static class ViewportKeys
    {
        /// <summary><c>width</c>.</summary>
        public static KeyDefinition Width { get; } = new("width", KeyKind.Int, "Pixels.", "1280") { Required = true, Minimum = 1, Maximum = 100_000 };

        /// <summary><c>height</c>.</summary>
        public static KeyDefinition Height { get; } = new("height", KeyKind.Int, "Pixels.", "800") { Required = true, Minimum = 1, Maximum = 100_000 };

        /// <summary>The mapping of <c>viewport</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("viewport", "'viewport'", Width, Height);
    }

    /// <summary>The keys of <c>geolocation</c>.</summary>
    public static class GeolocationKeys
    {
        /// <summary><c>latitude</c>.</summary>
        public static KeyDefinition Latitude { get; } = new("latitude", KeyKind.Degrees, "Degrees north, from -90 to 90.", "48.1") { Required = true };

        /// <summary><c>longitude</c>.</summary>
        public static KeyDefinition Longitude { get; } = new("longitude", KeyKind.Degrees, "Degrees east, from -180 to 180.", "11.6") { Required = true };

        /// <summary>The mapping of <c>geolocation</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("geolocation", "'geolocation'", Latitude, Longitude);
    }
}
