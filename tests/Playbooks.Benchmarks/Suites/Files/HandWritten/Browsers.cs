using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Orders.Browsers))]

namespace Orders;

/// <summary>One browser for all tests, and a context of its own for each.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BROWSER_PATH"),
            Args = Environment.GetEnvironmentVariable("BROWSER_ARGUMENTS")!.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        });
    }

    public async Task<IPage> OpenAsync()
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Environment.GetEnvironmentVariable("BASE_URL") });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
    }
}
