using Orders.Shop;

namespace Orders;

/// <summary>Hosts the order dashboard on a loopback address. Every browser context gets its own shop.</summary>
public sealed class OrdersApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private OrdersApp(WebApplication app, string baseUrl)
    {
        this.app = app;
        BaseUrl = baseUrl;
    }

    /// <summary>Gets the URL of the dashboard, such as <c>http://127.0.0.1:5000</c>.</summary>
    public string BaseUrl { get; }

    /// <summary>Starts the dashboard.</summary>
    /// <param name="port">The port. If 0, a free port.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<OrdersApp> StartAsync(int port = 0, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton<Visitors>();
        builder.Services.AddSingleton<Staff>();

        var app = builder.Build();
        AssetEndpoints.Map(app);
        OrderEndpoints.Map(app);
        OfficeEndpoints.Map(app);
        ApiEndpoints.Map(app);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app, app.Urls.Single());
    }

    /// <summary>Waits until Ctrl+C or a signal stops the dashboard.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
