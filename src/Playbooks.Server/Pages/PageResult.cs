using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
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

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var isLoggedIn = services.GetRequiredService<SessionCookie>().IsCarriedBy(httpContext.Request);
        var shell = Shell.Of(title, links, services.GetRequiredService<PageAssets>(), isLoggedIn, content);
        return new RazorComponentResult<Fragment>(new Dictionary<string, object?> { [nameof(Fragment.Content)] = shell })
        {
            StatusCode = Status,
            PreventStreamingRendering = true,
        }.ExecuteAsync(httpContext);
    }
}
