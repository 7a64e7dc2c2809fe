using Orders.Shop;

[assembly: PlaybookSetup(typeof(Orders.Tests.OrdersSetup))]

namespace Orders.Tests;

/// <summary>
/// Starts the dashboard once for all tests. Each run has its own browser context, and therefore its own shop, unless it uses a session:
/// runs with the same session share the shop of their login.
/// </summary>
public sealed class OrdersSetup : IPlaybookSetup
{
    // The dashboard has another port each time, so no session is of use to the next process.
    private readonly DirectoryInfo sessions = Directory.CreateTempSubdirectory("orders-sessions-");
    private OrdersApp? app;

    public async ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken)
    {
        app = await OrdersApp.StartAsync(cancellation: cancellationToken);
        return new()
        {
            BaseUrl = app.BaseUrl,
            Credentials = new Dictionary<string, Secret> { ["username"] = Staff.UserName, ["password"] = Staff.Password },
            SessionsFolder = sessions.FullName,
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        sessions.Delete(recursive: true);
    }
}
