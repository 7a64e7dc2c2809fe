namespace Playbooks.Language.Grammar;

/// <summary>The keys of a route.</summary>
public static class RouteKeys
{
    /// <summary><c>url</c>.</summary>
    public static KeyDefinition Url { get; } = new("url", KeyKind.Text, "A glob for the URLs of the requests: `*` is any text without `/`, and `**` is any text.", "\"**/api/orders?*\"") { Required = true };

    /// <summary><c>status</c>.</summary>
    public static KeyDefinition Status { get; } = new("status", KeyKind.Int, "The status of the response.", "500") { Minimum = 100, Maximum = 599, Default = "200" };

    /// <summary><c>json</c>.</summary>
    public static KeyDefinition Json { get; } = new("json", KeyKind.Json, "The body of the response, as JSON; only one of `json`, `body`, `file`, and `abort`.", "{ total: 0 }");

    /// <summary><c>body</c>.</summary>
    public static KeyDefinition Body { get; } = new("body", KeyKind.Text, "The body of the response, as text.", "Not now");

    /// <summary><c>file</c>.</summary>
    public static KeyDefinition File { get; } = new("file", KeyKind.File, "A file with the body of the response, by its path relative to the playbook. Its extension determines the content type.", "orders.json");

    /// <summary><c>headers</c>.</summary>
    public static KeyDefinition Headers { get; } = new("headers", KeyKind.TextMap, "Headers of the response, by name.", "{ Cache-Control: no-store }");

    /// <summary><c>abort</c>.</summary>
    public static KeyDefinition Abort { get; } = new("abort", KeyKind.Bool, "Whether the request fails as if there were no connection; not with a response.", "true") { Default = "`false`" };

    /// <summary><c>times</c>.</summary>
    public static KeyDefinition Times { get; } = new("times", KeyKind.Int, "How many requests are answered. Later requests go to the network.", "1") { Minimum = 1, Maximum = 100_000, Default = "all" };

    /// <summary>The keys of which a route has only one.</summary>
    public static IReadOnlyList<KeyDefinition> Answers { get; } = [Json, Body, File, Abort];

    /// <summary>The mapping of a route.</summary>
    public static MappingDefinition Mapping { get; } = new("route", "The route", Url, Status, Json, Body, File, Headers, Abort, Times);
}
