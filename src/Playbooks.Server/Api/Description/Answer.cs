using System.Text.Json.Serialization.Metadata;

namespace Playbooks.Server.Api.Description;

/// <summary>An answer that an endpoint gives, for the OpenAPI document.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Meaning">When it is given.</param>
/// <param name="ContentType">What its body is; null: it has none.</param>
/// <param name="Form">The form of its JSON; null: it is no JSON.</param>
internal sealed record Answer(int Status, string Meaning, string? ContentType = null, JsonTypeInfo? Form = null);

/// <summary>A parameter of an endpoint's query or headers, for the OpenAPI document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Schema">The form of its values, as a JSON schema.</param>
/// <param name="IsHeader">Whether it is a header; else it stands in the query.</param>
internal sealed record Question(string Name, string Meaning, string Schema, bool IsHeader = false);

/// <summary>Describes endpoints.</summary>
internal static class Descriptions
{
    private const string Json = "application/json";

    /// <summary>It answers with JSON.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status, string meaning, JsonTypeInfo form) =>
        endpoint.WithMetadata(new Answer(status, meaning, Json, form));

    /// <summary>It answers with something else, or with nothing.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status, string meaning, string? contentType = null) =>
        endpoint.WithMetadata(new Answer(status, meaning, contentType));

    /// <summary>It refuses with an error.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, int status, string meaning) =>
        endpoint.WithMetadata(new Answer(status, meaning, Json, ServiceJson.Forms.ErrorBody));

    /// <summary>It takes a parameter in its query.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, string name, string meaning, string schema) =>
        endpoint.WithMetadata(new Question(name, meaning, schema));
}
