using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Playbooks.Server;

namespace Orders.Tests.Demo;

/// <summary>Hosts the order dashboard and the service that runs this project's playbooks against it, for this machine only.</summary>
internal sealed class PlaybookService : IAsyncDisposable
{
    /// <summary>The default port of the service.</summary>
    public const int UsualPort = 5080;

    private readonly OrdersSetup setup;
    private readonly WebApplication app;

    private PlaybookService(OrdersSetup setup, WebApplication app, string shopUrl)
    {
        this.setup = setup;
        this.app = app;
        ShopUrl = shopUrl;
    }

    /// <summary>Gets the URL of the service.</summary>
    public string Url => app.Urls.Single();

    /// <summary>Gets the URL of the dashboard.</summary>
    public string ShopUrl { get; }

    /// <summary>Starts the dashboard and the service.</summary>
    /// <param name="port">The port of the service. If 0, a free port. The dashboard always uses a free port.</param>
    /// <param name="cancellation">Cancels the start.</param>
    public static async Task<PlaybookService> StartAsync(int port, CancellationToken cancellation = default)
    {
        var setup = new OrdersSetup();
        var run = await setup.StartAsync(cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddPlaybooksServer(options =>
        {
            options.Assemblies.Add(typeof(PlaybookService).Assembly);
            options.Run = run;
        });
        var app = builder.Build();
        app.MapPlaybooks();
        try
        {
            await app.StartAsync(cancellation);
            return new(setup, app, run.BaseUrl!);
        }
        catch
        {
            await app.DisposeAsync();
            await setup.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until Ctrl+C or a signal stops the service, and every active run has ended.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await setup.DisposeAsync();
    }
}
