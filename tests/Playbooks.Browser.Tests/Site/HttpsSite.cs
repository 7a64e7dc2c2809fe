using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Playbooks.Browser.Tests.Site;

/// <summary>A site on a free loopback port with a certificate that it signed itself. Its page shows the header <c>X-Test</c> of the request.</summary>
public sealed class HttpsSite : IAsyncLifetime
{
    private X509Certificate2? certificate;
    private WebApplication? app;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        certificate = SelfSigned();
        (app, BaseUrl) = await LoopbackServer.StartAsync(
            static site => site.MapGet("/", static (HttpRequest request) => Results.Text($"<!doctype html><title>Browser</title><p>X-Test: {request.Headers["X-Test"]}</p>", "text/html")),
            certificate);
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        certificate!.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
