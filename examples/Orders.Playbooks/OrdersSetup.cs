[assembly: PlaybookSetup(typeof(Orders.Tests.OrdersSetup))]

namespace Orders.Tests;

/// <summary>Starts the dashboard once for all tests; each run has a browser context, and so a shop, of its own.</summary>
public sealed class OrdersSetup : IPlaybookSetup
{
    private OrdersApp? app;

    public async ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken)
    {
        app = await OrdersApp.StartAsync(cancellation: cancellationToken);
        return new() { BaseUrl = app.BaseUrl };
    }

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? default;
}
