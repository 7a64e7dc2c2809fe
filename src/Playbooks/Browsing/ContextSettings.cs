using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Turns the settings of a run into Playwright's options for a new context.</summary>
internal static class ContextSettings
{
    /// <summary>Returns Playwright's options. What the caller's own options set takes precedence over the settings, and those over their device.</summary>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="options">The caller's own options, or null.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: Playwright does not know the device.</exception>
    public static async Task<BrowserNewContextOptions> ApplyAsync(BrowserSettings settings, BrowserNewContextOptions? options)
    {
        var applied = settings.Device is { } device ? await FindAsync(device).ConfigureAwait(false) : new();
        var own = new BrowserNewContextOptions(options ?? new());
        own.ViewportSize ??= settings.Viewport is { } size ? new() { Width = size.Width, Height = size.Height } : applied.ViewportSize;
        own.ScreenSize ??= applied.ScreenSize;
        own.UserAgent ??= applied.UserAgent;
        own.DeviceScaleFactor ??= applied.DeviceScaleFactor;
        own.IsMobile ??= applied.IsMobile;
        own.HasTouch ??= applied.HasTouch;
        own.Locale ??= settings.Locale;
        own.TimezoneId ??= settings.Timezone;
        own.ColorScheme ??= settings.ColorScheme switch
        {
            PageColorScheme.Light => ColorScheme.Light,
            PageColorScheme.Dark => ColorScheme.Dark,
            PageColorScheme.NoPreference => ColorScheme.NoPreference,
            _ => null,
        };
        own.Geolocation ??= settings.Geolocation is { } place ? new() { Latitude = (float)place.Latitude, Longitude = (float)place.Longitude } : null;
        own.Permissions ??= settings.Permissions;
        own.ExtraHTTPHeaders ??= settings.ExtraHeaders;
        own.IgnoreHTTPSErrors ??= settings.IgnoreHttpsErrors;
        own.HttpCredentials ??= settings.HttpLogin is { } login
            ? new() { Username = login.Username.Reveal(), Password = login.Password.Reveal(), Origin = login.Origin }
            : null;
        return own;
    }

    // The descriptions are part of Playwright's driver, which starts without a browser.
    private static async Task<BrowserNewContextOptions> FindAsync(string device)
    {
        using var playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        return playwright.Devices.TryGetValue(device, out var found)
            ? found
            : throw new PlaybookException(ErrorCode.SetupFailed, $"Playwright has no device '{device}'" + (NearestName.Find(device, playwright.Devices.Keys) is { } nearest ? $". Did you mean '{nearest}'?" : "."));
    }
}
