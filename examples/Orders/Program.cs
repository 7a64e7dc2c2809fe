using Orders;

var port = args is [var text, ..] && int.TryParse(text, out var given) ? given : 5000;
await using var app = await OrdersApp.StartAsync(port);
Console.WriteLine($"The order dashboard is at {app.BaseUrl} (Ctrl+C stops it).");
await app.WaitForShutdownAsync();
