[assembly: PlaybookSetup(typeof(Orders.Tests.OrdersSetup))]

namespace Orders.Tests;

/// <summary>Starts the dashboard once for all tests. Each run has its own browser context, and therefore its own shop.</summary>
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
