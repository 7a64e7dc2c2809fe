using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Playbooks.Benchmarks.Overhead;

/// <summary>The pages that both sides of the comparison drive.</summary>
internal sealed class OrderSite : IAsyncDisposable
{
    private const string Orders = """
        <!doctype html><title>Orders</title><form action=/result>
        <input id=q name=q><select id=state name=state><option>All<option>Open</select><input type=checkbox id=mine name=mine>
        <button>Search</button></form>
        """;

    private readonly WebApplication app;

    private OrderSite(WebApplication app) => this.app = app;

    public string BaseUrl => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<OrderSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/orders", () => Html(Orders));
        app.MapGet("/result", (string q) => Html($"<!doctype html><title>Result</title><h1>Result for {q}</h1><a id=first class=row href=/order>Order</a>"));
        app.MapGet("/order", () => Html("<!doctype html><title>Order</title><p id=status>Open</p>"));
        // Made by the page: how long a browser takes to load a large text is not what is measured.
        app.MapGet("/text/{size:int}", (int size) => Html($"<!doctype html><title>Text</title><p id=text></p><script>document.getElementById('text').textContent = 'x'.repeat({size})</script>"));
        app.MapGet("/nodes/{count:int}", (int count) => Html(Nodes(count)));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // A row has three elements, each with a text or a child.
    private static string Nodes(int count)
    {
        var html = new StringBuilder("<!doctype html><title>Nodes</title><button id=go onclick=\"document.querySelector('h1').textContent = 'Ready'\">Go</button><h1>Wait</h1><table id=rows>");
        for (var row = 0; row < count / 5; row++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>Row {row}</td><td>Open</td></tr>");
        }

        return html.Append("</table>").ToString();
    }

    private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");
}
