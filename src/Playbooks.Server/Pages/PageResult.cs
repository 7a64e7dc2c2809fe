using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server.Pages.Assets;
using Playbooks.Server.Security;

namespace Playbooks.Server.Pages;

/// <summary>A page as the answer to a request.</summary>
/// <param name="title">The window's title.</param>
/// <param name="links">Where things are.</param>
/// <param name="content">What stands between the page's head and foot.</param>
internal sealed class PageResult(string title, Links links, RenderFragment content) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var isLoggedIn = services.GetRequiredService<SessionCookie>().IsCarriedBy(httpContext.Request);
        var shell = Shell.Of(title, links, services.GetRequiredService<PageAssets>(), isLoggedIn, content);
        // Not by RazorComponentResult: its services bring a key store for forgery tokens, in memory and on the disk, which nothing here asks for.
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Fragment>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Fragment.Content)] = shell }))).ToHtmlString());
        await TypedResults.Text(html, "text/html; charset=utf-8", statusCode: Status).ExecuteAsync(httpContext);
    }
}
