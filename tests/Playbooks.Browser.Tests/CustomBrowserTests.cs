using Playbooks.Browser.Tests.Site;
using Xunit.Abstractions;

namespace Playbooks.Browser.Tests;

/// <summary>Each setting of <c>browser</c> reaches the page or its server: a run that needs the setting fails without it, and says what it saw.</summary>
public sealed class CustomBrowserTests(PlaybookFixture playbooks, HttpsSite site, ITestOutputHelper output) : IClassFixture<PlaybookFixture>, IClassFixture<HttpsSite>, IDisposable
{
    private readonly string outputRoot = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(outputRoot))
        {
            Directory.Delete(outputRoot, recursive: true);
        }
    }

    [Fact]
    public async Task Page_sees_every_setting()
    {
        var run = await RunAsync(new());

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal("\"48.125 11.5\"", run.Outputs.Place);
    }

    [Fact]
    public async Task Geolocation_is_that_of_the_options()
    {
        var run = await RunAsync(new() { Geolocation = new(-33.875m, 151.25m) });

        Assert.Equal("\"-33.875 151.25\"", run.Outputs.Place);
    }

    [Theory]
    [InlineData("viewport", "seen \"600 de-DE 2026-03-01T23:30:00.000Z 8 dark\"")]
    [InlineData("locale", "seen \"500 fr-FR 2026-03-01T23:30:00.000Z 8 dark\"")]
    [InlineData("timezone", "seen \"500 de-DE 2026-03-01T23:30:00.000Z 0 dark\"")]
    [InlineData("color_scheme", "seen \"500 de-DE 2026-03-01T23:30:00.000Z 8 light\"")]
    [InlineData("clock", "seen \"500 de-DE 2027-03-01T23:30:00.000Z 8 dark\"")]
    [InlineData("extra_headers", "the closest line is \"X-Test: 8\"")]
    [InlineData("permissions", "User denied Geolocation")]
    [InlineData("ignore_https_errors", "failed: net::ERR_CERT_AUTHORITY_INVALID. The browser does not trust the certificate of this server. To accept it, set browser: { ignore_https_errors: true }.")]
    public async Task Run_that_needs_a_setting_fails_without_it(string setting, string seen)
    {
        var run = await RunAsync(setting switch
        {
            "viewport" => new() { Viewport = new(600, 400) },
            "locale" => new() { Locale = "fr-FR" },
            "timezone" => new() { Timezone = "Europe/Berlin" },
            "color_scheme" => new() { ColorScheme = PageColorScheme.Light },
            "clock" => new() { Clock = new(2027, 3, 1, 23, 30, 0, TimeSpan.Zero) },
            "extra_headers" => new() { ExtraHeaders = new Dictionary<string, string> { ["X-Test"] = "8" } },
            "permissions" => new() { Permissions = [] },
            _ => new() { IgnoreHttpsErrors = false },
        });

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Contains(seen, run.Report, StringComparison.Ordinal);
    }

    private Task<PlaybookResult<Playbooks.CustomBrowser.Outputs>> RunAsync(BrowserSettings changed) =>
        playbooks.RunAsync(new Playbooks.CustomBrowser(), output, new() { BaseUrl = site.BaseUrl, OutputRoot = outputRoot, Browser = changed });
}
