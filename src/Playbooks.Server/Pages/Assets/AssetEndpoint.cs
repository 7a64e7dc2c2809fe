using Microsoft.AspNetCore.Routing;

namespace Playbooks.Server.Pages.Assets;

/// <summary><c>GET /assets/{name}</c>: returns the style sheet, the script, and the icon. They contain no data of runs, and the login page needs them.</summary>
internal static class AssetEndpoint
{
    // The content of a name never changes.
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapAssets(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/assets/{name}", Get)
        .ExcludeFromDescription()
        .AllowAnonymous();

    private static IResult Get(string name, PageAssets assets, HttpResponse response)
    {
        if (assets.Find(name) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = ForEver;
        return TypedResults.Bytes(asset.Content, asset.ContentType);
    }
}
