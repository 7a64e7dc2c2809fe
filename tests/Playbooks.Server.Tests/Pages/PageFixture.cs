using System.Net.Http.Json;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Pages;

/// <summary>A service with a run that passed and one that failed, and a browser to look at it: one for all tests of pages.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    /// <summary>A run that passed.</summary>
    public const string Passed = "passed-one";

    /// <summary>A run that failed, of a playbook all of whose texts look like markup.</summary>
    public const string Failed = "failed-one";

    private BrowserSession? session;

    internal RunningService Service { get; private set; } = null!;

    internal ShopSite Shop { get; private set; } = null!;

    public IBrowser Browser => session!.Browser;

    public async Task InitializeAsync()
    {
        Shop = await ShopSite.StartAsync();
        Service = await ServiceAsync(Shop);
        session = await BrowserSession.StartAsync();
        await StartAsync(Service, new { playbook = "greet", parameters = new { who = "Ada" }, run_id = Passed, recording = new { trace = true, screenshots = true } });
        await StartAsync(Service, new { playbook = "hostile", parameters = new { text = "<b class=hostile>Ada</b>" }, run_id = Failed });
        await Service.FinishedAsync(Passed);
        await Service.FinishedAsync(Failed);
    }

    public async Task DisposeAsync()
    {
        await session!.DisposeAsync();
        await Service.DisposeAsync();
        await Shop.DisposeAsync();
    }

    /// <summary>Another service on the same site.</summary>
    internal static Task<RunningService> ServiceAsync(ShopSite shop, Action<PlaybooksOptions>? configure = null) => RunningService.StartAsync(options =>
    {
        options.Run = options.Run with { BaseUrl = shop.Url };
        configure?.Invoke(options);
    });

    internal static async Task StartAsync(RunningService service, object request)
    {
        using var answer = await service.Client.PostAsJsonAsync("/runs", request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page of the service in a window of its own.</summary>
    internal Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null) => OpenAsync(Service, path, options);

    internal async Task<IPage> OpenAsync(RunningService service, string path, BrowserNewContextOptions? options = null)
    {
        var page = await (await Browser.NewContextAsync(options)).NewPageAsync();
        await page.GotoAsync(new Uri(service.Url, path).AbsoluteUri);
        return page;
    }
}

[CollectionDefinition(Name)]
public sealed class SharedPages : ICollectionFixture<PageFixture>
{
    public const string Name = "Pages";
}
