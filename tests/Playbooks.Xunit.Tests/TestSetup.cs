using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Xunit.Tests;

[assembly: PlaybookSetup(typeof(TestSetup))]

namespace Playbooks.Xunit.Tests;

/// <summary>Serves a page for every order, on a free port, once for the process.</summary>
public sealed class TestSetup : IPlaybookSetup
{
    private static int starts;
    private WebApplication? app;

    /// <summary>How often it was started in this process.</summary>
    public static int Starts => starts;

    public async ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref starts);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/orders/{id:int}", static (int id) => Results.Content(
            $"<!doctype html><title>Order {id}</title><h1>{id}</h1><p id=status>Open</p><input id=password type=password>", "text/html"));
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new() { BaseUrl = address };
    }

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
