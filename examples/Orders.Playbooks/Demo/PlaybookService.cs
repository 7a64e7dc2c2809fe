using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Playbooks.Server;

namespace Orders.Tests.Demo;

/// <summary>The order dashboard, and beside it the service that runs this project's playbooks on it, for this machine only.</summary>
internal sealed class PlaybookService : IAsyncDisposable
{
    /// <summary>Where it is served if nobody says otherwise.</summary>
    public const int UsualPort = 5080;

    private readonly OrdersApp shop;
    private readonly WebApplication app;

    private PlaybookService(OrdersApp shop, WebApplication app)
    {
        this.shop = shop;
        this.app = app;
    }

    /// <summary>Where the service is.</summary>
    public string Url => app.Urls.Single();

    /// <summary>Where the dashboard is.</summary>
    public string ShopUrl => shop.BaseUrl;

    /// <summary>Starts both.</summary>
    /// <param name="port">The service's port; 0 takes a free one. The dashboard takes a free one.</param>
    /// <param name="cancellation">Stops starting.</param>
    public static async Task<PlaybookService> StartAsync(int port, CancellationToken cancellation = default)
    {
        var shop = await OrdersApp.StartAsync(cancellation: cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddPlaybooks(options =>
        {
            options.Assemblies.Add(typeof(PlaybookService).Assembly);
            options.Run = options.Run with { BaseUrl = shop.BaseUrl };
        });
        var app = builder.Build();
        app.MapPlaybooks();
        try
        {
            await app.StartAsync(cancellation);
            return new(shop, app);
        }
        catch
        {
            await app.DisposeAsync();
            await shop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until Ctrl+C or a signal stops it; then every run under way has come to its end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await shop.DisposeAsync();
    }
}
