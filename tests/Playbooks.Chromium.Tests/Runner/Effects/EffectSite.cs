using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Playbooks.Tests.Runner.Effects;

/// <summary>A site that counts what is done to it, and whose second page is late until a test releases it.</summary>
public sealed class EffectSite : IAsyncLifetime
{
    private const string FirstPage = """
        <!doctype html><title>Page 1</title>
        <script>const did = what => { const sent = new XMLHttpRequest(); sent.open('POST', '/did/' + what, false); sent.send() }</script>
        <button id=pay onclick="did('pay')">Pay</button>
        <button id=busy onclick="did('busy'); for (const end = Date.now() + 1500; Date.now() < end;);">Busy</button>
        <div id=area style="position: relative; width: 120px"><button id=covered onclick="did('covered')">Covered</button><div id=cover style="position: absolute; inset: 0"></div></div>
        <a id=next href=/late>Next</a>
        <form action=/late><input id=q name=q autofocus onkeydown="did('key')" oninput="did('input')"></form>
        <input id=note onkeydown="did('note')" oninput="did('fill')">
        <input id=box type=checkbox><input id=checked type=checkbox checked><input id=file type=file>
        <select id=size><option>S<option>M</select>
        <p id=text>Thank you</p>
        """;

    // A wizard's next page has the same button at the same place.
    private const string SecondPage = "<!doctype html><title>Page 2</title><a id=next href=/did/skip>Next</a><form action=/did/skip><input id=q autofocus></form>";

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private TaskCompletionSource late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? app;

    public string BaseUrl { get; private set; } = string.Empty;

    /// <summary>How often a path was asked for.</summary>
    public int this[string path] => counts.GetValueOrDefault(path);

    /// <summary>Forgets what was counted, and holds the late page back again.</summary>
    public void Reset()
    {
        counts.Clear();
        late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Lets the late page arrive.</summary>
    public void Release() => late.TrySetResult();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use((context, next) =>
        {
            counts.AddOrUpdate(context.Request.Path, 1, static (_, count) => count + 1);
            return next(context);
        });
        app.MapGet("/", static () => Results.Text(FirstPage, "text/html"));
        app.MapGet("/late", async () =>
        {
            await late.Task;
            return Results.Text(SecondPage, "text/html");
        });
        app.MapGet("/slow", static async () =>
        {
            await Task.Delay(500);
            return Results.Text("<!doctype html><title>Terms</title><p id=text>Slow</p>", "text/html");
        });
        app.MapGet("/loud", static () => Results.Text(
            "<!doctype html><title>Terms</title><script>console.error('It is logged'); fetch('/did/ask').then(() => document.title = 'Asked'); setTimeout(() => { throw new Error('It is broken') }); alert('It is loud')</script>", "text/html"));
        app.MapPost("/did/{what}", static () => Results.NoContent());
        app.MapGet("/did/{what}", static () => Results.Text("<!doctype html><title>Page 3</title>", "text/html"));
        app.MapGet("/favicon.ico", static () => Results.NoContent());
        await app.StartAsync();
        BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public async Task DisposeAsync()
    {
        Release();
        await app!.DisposeAsync();
    }
}
