namespace Orders;

/// <summary>Serves the embedded style sheet and script.</summary>
public static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/orders.css", () => Asset("orders.css", "text/css"));
        routes.MapGet("/orders.js", () => Asset("orders.js", "text/javascript"));
        routes.MapGet("/favicon.ico", () => Asset("favicon.svg", "image/svg+xml"));
    }

    private static IResult Asset(string name, string contentType) =>
        Results.Stream(typeof(AssetEndpoints).Assembly.GetManifestResourceStream(name)!, contentType + "; charset=utf-8");
}
