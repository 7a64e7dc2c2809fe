using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Playbooks.Browser.Tests.Site;

/// <summary>Kestrel on a free loopback port, without a log, for the sites of the tests.</summary>
internal static class LoopbackServer
{
    /// <summary>Starts a site.</summary>
    /// <param name="map">Adds its pages.</param>
    /// <param name="certificate">The certificate of a site with HTTPS, or null for one without.</param>
    /// <returns>The site, and where it is, without a slash at the end.</returns>
    public static async Task<(WebApplication App, string BaseUrl)> StartAsync(Action<WebApplication> map, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            if (certificate is not null)
            {
                endpoint.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        map(app);
        app.MapGet("/favicon.ico", static () => Results.NoContent());
        await app.StartAsync();
        return (app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
