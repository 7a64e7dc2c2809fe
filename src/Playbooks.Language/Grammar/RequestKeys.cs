namespace Playbooks.Language.Grammar;

/// <summary>The keys of <c>request</c>.</summary>
public static class RequestKeys
{
    /// <summary><c>method</c>.</summary>
    public static KeyDefinition Method { get; } = new("method", KeyKind.Word, "The HTTP method.", "POST")
    {
        WordSet = "request_method",
        Words = [new("GET"), new("HEAD"), new("POST"), new("PUT"), new("PATCH"), new("DELETE")],
        Default = "`GET`",
    };

    /// <summary><c>url</c>.</summary>
    public static KeyDefinition Url { get; } = new("url", KeyKind.Url, "Where the request goes, absolute or relative to `base_url`.", "/api/invoices") { Required = true };

    /// <summary><c>query</c>.</summary>
    public static KeyDefinition Query { get; } = new("query", KeyKind.TextMap, "Values that are added to the URL's query, by name; not for secrets.", "{ status: open }");

    /// <summary><c>headers</c>.</summary>
    public static KeyDefinition Headers { get; } = new("headers", KeyKind.TextMap, "Headers, by name. A credential must be a placeholder.", "{ Accept-Language: de }");

    /// <summary><c>json</c>.</summary>
    public static KeyDefinition Json { get; } = new("json", KeyKind.Json, "The body, as JSON; at most one of `json`, `form`, and `body`.", "{ order: 42, tags: [new] }");

    /// <summary><c>form</c>.</summary>
    public static KeyDefinition Form { get; } = new("form", KeyKind.TextMap, "The body, as the fields of a form.", "{ comment: ok }");

    /// <summary><c>body</c>.</summary>
    public static KeyDefinition Body { get; } = new("body", KeyKind.Text, "The body, as text.", "ping");

    /// <summary><c>expect_status</c>.</summary>
    public static KeyDefinition ExpectStatus { get; } = new("expect_status", KeyKind.Numbers, "The HTTP statuses that are accepted.", "[200, 404]") { Minimum = 100, Maximum = 599, Default = "any 2xx" };

    /// <summary><c>response</c>.</summary>
    public static KeyDefinition Response { get; } = new("response", KeyKind.Mapping, "What part of the response the step outputs.", "{ mode: text }") { Mapping = ResponseKeys.Mapping };

    /// <summary>The keys of which a request has one at most.</summary>
    public static IReadOnlyList<KeyDefinition> Bodies { get; } = [Json, Form, Body];

    /// <summary>The mapping of <c>request</c>.</summary>
    public static MappingDefinition Mapping { get; } = new("request", "The request", Method, Url, Query, Headers, Json, Form, Body, ExpectStatus, Response);

    /// <summary>The keys of <c>response</c>.</summary>
    public static class ResponseKeys
    {
        private const string JsonPathMode = "json_path";

        /// <summary><c>mode</c>.</summary>
        public static KeyDefinition Mode { get; } = new("mode", KeyKind.Word, "The body as compact JSON, the body as text, or one value of the JSON.", "text")
        {
            WordSet = "response_mode",
            Words = [new("json"), new("text"), new(JsonPathMode)],
            Default = "`json`",
        };

        /// <summary><c>path</c>.</summary>
        public static KeyDefinition Path { get; } = new("path", KeyKind.JsonPath, "The path to the value; required with `mode: json_path`.", "items.0.total") { OnlyWith = new(Mode, JsonPathMode) };

        /// <summary>The mapping of <c>response</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("response", "'response'", Mode, Path);
    }
}
