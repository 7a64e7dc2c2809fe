using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Guarding.Urls;

namespace Playbooks.Execution.Login;

/// <summary>Reads the values that a playbook captures from its session.</summary>
/// <param name="page">The page.</param>
/// <param name="baseUrl">The base URL of the run, whose storage is read if the page is on no origin yet.</param>
internal sealed class SessionCapture(IPage page, string baseUrl)
{
    private const string ReadTabScript = "key => sessionStorage.getItem(key)";

    /// <summary>Reads a value.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.AuthFailed"/>: the session does not have it.</exception>
    public async Task<Secret> ReadAsync(CaptureInfo capture)
    {
        var (value, what) = capture.Source switch
        {
            CaptureSource.Cookie => await CookieAsync(capture.Key).ConfigureAwait(false),
            CaptureSource.LocalStorage => await LocalAsync(capture.Key).ConfigureAwait(false),
            _ => await TabAsync(capture.Key).ConfigureAwait(false),
        };
        return value is not null ? new(value) : throw new PlaybookException(ErrorCode.AuthFailed, $"'{capture.StoreAs}' could not be captured: {what}.");
    }

    private async Task<(string? Value, string What)> CookieAsync(string name)
    {
        var cookies = await page.Context.CookiesAsync(Origin is { } origin ? [origin.ToString()] : []).ConfigureAwait(false);
        var names = cookies.Select(static cookie => cookie.Name).Distinct().ToList();
        return (cookies.FirstOrDefault(cookie => cookie.Name == name)?.Value,
            $"the session has no cookie '{name}'" + (names.Count > 0 ? $"; its cookies are: {string.Join(", ", names)}" : "; it has no cookies"));
    }

    private async Task<(string? Value, string What)> LocalAsync(string key)
    {
        using var state = JsonDocument.Parse(await page.Context.StorageStateAsync().ConfigureAwait(false));
        var items = state.RootElement.GetProperty("origins").EnumerateArray()
            .Where(origin => Origin is { } own && WebOrigin.Read(origin.GetProperty("origin").GetString()!) == own)
            .SelectMany(static origin => origin.GetProperty("localStorage").EnumerateArray())
            .ToDictionary(static item => item.GetProperty("name").GetString()!, static item => item.GetProperty("value").GetString(), StringComparer.Ordinal);
        return (items.GetValueOrDefault(key), $"the local storage of {Origin} has no item '{key}'" + (items.Count > 0 ? $"; its items are: {string.Join(", ", items.Keys)}" : "; it is empty"));
    }

    private async Task<(string? Value, string What)> TabAsync(string key) =>
        (WebOrigin.Read(page.Url) is not null ? await page.EvaluateAsync<string?>(ReadTabScript, key).ConfigureAwait(false) : null, $"the session storage of {Origin} has no item '{key}'");

    private WebOrigin? Origin => WebOrigin.Read(page.Url) ?? WebOrigin.Read(baseUrl);
}
