using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Tests.Browser;

/// <summary>One real browser for all tests that need a page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await new BrowserLauncher().LaunchAsync(playwright, new BrowserOptions());
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>The browser itself.</summary>
    public IBrowser Browser => browser!;

    /// <summary>A page in a context of its own.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null) => await (await browser!.NewContextAsync(options)).NewPageAsync();
}

/// <summary>Tests of whole runs have a browser of their own, because they take half of the time: the tests of its parts run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class RunnerChromium : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium of runs";
}

[CollectionDefinition(Name)]
public sealed class SharedChromium : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}

/// <summary>Tests that mostly wait for slow pages have a browser of their own, so that others use the processor meanwhile.</summary>
[CollectionDefinition(Name)]
public sealed class WaitingChromium : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium that waits";
}
