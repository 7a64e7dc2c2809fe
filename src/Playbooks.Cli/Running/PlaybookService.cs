using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Playbooks.Server;
using Playbooks.Server.Assistants;

namespace Playbooks.Cli.Running;

/// <summary>The run service with playbooks that were compiled in memory.</summary>
internal static class PlaybookService
{
    /// <summary>Serves playbooks until it is canceled.</summary>
    /// <param name="assemblies">The assemblies with the playbooks.</param>
    /// <param name="url">The URL that it listens on.</param>
    /// <param name="configure">Sets the options of the service.</param>
    /// <param name="onStarted">Receives the URL that it listens on, with the port that was chosen.</param>
    /// <param name="folder">The folder with the configuration, <c>appsettings.json</c>.</param>
    /// <param name="assistants">What is added to the service's tools for coding assistants.</param>
    /// <param name="cancellationToken">Stops the service.</param>
    /// <exception cref="CommandException">The service could not start.</exception>
    public static async Task RunAsync(IEnumerable<Assembly> assemblies, string url, Action<PlaybooksOptions> configure, Action<string> onStarted, string folder, AssistantExtension assistants, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton(assistants);
        builder.Services.AddPlaybooksServer(options =>
        {
            configure(options);
            assemblies.ToList().ForEach(options.Assemblies.Add);
        });
        await using var app = builder.Build();
        app.MapPlaybooks();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is PlaybookException or OptionsValidationException or InvalidOperationException or IOException)
        {
            throw new CommandException(failure.Message);
        }

        onStarted(app.Urls.First());
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
