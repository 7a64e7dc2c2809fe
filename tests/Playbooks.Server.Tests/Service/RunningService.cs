using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Playbooks.Server.Working;

namespace Playbooks.Server.Tests.Service;

/// <summary>The service on a free port of loopback, with real Kestrel.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly bool ownsRoot;

    private RunningService(WebApplication app, string root, bool ownsRoot)
    {
        this.app = app;
        this.ownsRoot = ownsRoot;
        Root = root;
        Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = Url };
    }

    /// <summary>Where it is.</summary>
    public Uri Url { get; }

    /// <summary>The folder of its runs.</summary>
    public string Root { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts it with this assembly's playbooks.</summary>
    /// <param name="configure">Sets options.</param>
    /// <param name="build">Adds to the program before it is built.</param>
    /// <param name="map">Adds endpoints to the program.</param>
    public static async Task<RunningService> StartAsync(Action<PlaybooksOptions>? configure = null, Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddLogging();
        var own = Path.Combine(Path.GetTempPath(), "playbooks-server-tests", Guid.NewGuid().ToString("N"));
        var root = own;
        builder.Services.AddPlaybooksServer(options =>
        {
            options.Assemblies.Add(typeof(RunningService).Assembly);
            options.OutputRoot = own;
            configure?.Invoke(options);
            root = options.OutputRoot!;
        });
        build?.Invoke(builder);
        var app = builder.Build();
        // An empty builder adds none of them by itself.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPlaybooks();
        map?.Invoke(app);
        await app.StartAsync();
        _ = app.Services.GetRequiredService<PlaybooksOptions>();
        return new(app, root, root == own);
    }

    /// <summary>What is stored of a run.</summary>
    public StoredRun Read(string runId) => StoredRun.Read(Path.Combine(Root, runId));

    /// <summary>A run of this service, once all of its evidence is complete.</summary>
    public async Task<StoredRun> FinishedAsync(string runId)
    {
        await Services.GetRequiredService<LocalWorker>().FinishedAsync(runId).WaitAsync(TimeSpan.FromMinutes(1));
        return Read(runId);
    }

    /// <summary>Stops it as a host does that shuts down.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <summary>Ends when the process was told to end, and the service has stopped.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        if (ownsRoot && Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
