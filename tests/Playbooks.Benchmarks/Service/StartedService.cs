using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server;

namespace Playbooks.Benchmarks.Service;

/// <summary>The service on a free port of loopback.</summary>
internal sealed class StartedService : IAsyncDisposable
{
    private readonly WebApplication app;

    private StartedService(WebApplication app)
    {
        this.app = app;
        Client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(Url), Timeout = Timeout.InfiniteTimeSpan };
    }

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public IServiceProvider Services => app.Services;

    public HttpClient Client { get; }

    public static async Task<StartedService> StartAsync(Action<PlaybooksOptions> configure, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPlaybooksServer(configure);
        add?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapPlaybooks();
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
