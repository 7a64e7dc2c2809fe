using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Playbooks.Browser.Tests.Site;

namespace Playbooks.Browser.Tests.Otlp;

/// <summary>A collector on a free loopback port that takes OTLP over HTTP and keeps what it is sent.</summary>
public sealed class Collector : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body)> received = new();
    private WebApplication? app;

    /// <summary>Where spans go to.</summary>
    public Uri Traces => new(Address, "v1/traces");

    /// <summary>Where measurements go to.</summary>
    public Uri Metrics => new(Address, "v1/metrics");

    private Uri Address { get; set; } = null!;

    /// <summary>All that was sent to an address. It is protobuf, in which texts stand as they are, in UTF-8.</summary>
    public string Received(Uri at) => string.Concat(received.Where(one => one.Path == at.AbsolutePath).Select(one => one.Body));

    public async Task InitializeAsync()
    {
        (app, var address) = await LoopbackServer.StartAsync(Map);
        Address = new(address);
    }

    private void Map(WebApplication site) =>
        site.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            Assert.Equal("application/x-protobuf", request.ContentType);
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });

    public async Task DisposeAsync() => await app!.DisposeAsync();
}
