using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Security;

namespace Playbooks.Server.Pages.Assets;

/// <summary><c>GET /assets/{name}</c>: style sheet, script and sign. They hold nothing of any run, and the page to log in needs them.</summary>
internal static class AssetEndpoint
{
    // A name stands for one content for ever.
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapAssets(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/assets/{name}", Get)
        .ExcludeFromDescription()
        .AllowsAnonymous();

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
