using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server.Pages.Assets;

namespace Playbooks.Server.Pages;

/// <summary>Renders a page as a response.</summary>
/// <param name="title">The title of the window.</param>
/// <param name="links">Creates the links of the page.</param>
/// <param name="content">The content between the header and the footer of the page.</param>
internal sealed class PageResult(string title, Links links, RenderFragment content) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var isLoggedIn = httpContext.User.Identities.Any(static identity => identity.AuthenticationType == PlaybooksAuthenticationDefaults.CookieScheme);
        var shell = Shell.Render(title, links, services.GetRequiredService<PageAssets>(), isLoggedIn, content);
        // RazorComponentResult is not used, because its services require a key store for antiforgery tokens, in memory and on disk, which nothing here needs.
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Fragment>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Fragment.Content)] = shell }))).ToHtmlString());
        await TypedResults.Text(html, "text/html; charset=utf-8", statusCode: Status).ExecuteAsync(httpContext);
    }
}
