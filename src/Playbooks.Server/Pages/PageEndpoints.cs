using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Pages.Assets;
using Playbooks.Server.Pages.Forms;
using Playbooks.Server.Pages.Listing;
using Playbooks.Server.Pages.Login;
using Playbooks.Server.Pages.Watching;

namespace Playbooks.Server.Pages;

/// <summary>Maps the web pages of the service. The page of a run has the URL of the run's status, and is mapped there.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets();
        var pages = endpoints.MapGroup(string.Empty);
        pages.ExcludeFromDescription();
        pages.MapRunListPage();
        pages.MapTimeline();
        pages.MapStopPage();
        pages.MapStartPages();
        pages.MapLoginPages();
    }
}
