using System.Text.Json.Serialization.Metadata;

namespace Playbooks.Server.Api.Description;

/// <summary>A response of an endpoint, for the OpenAPI document.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Meaning">When the response is returned.</param>
/// <param name="ContentType">The content type of the body, or null if there is none.</param>
/// <param name="Form">The type information of the JSON, or null if the body is not JSON.</param>
internal sealed record Answer(int Status, string Meaning, string? ContentType = null, JsonTypeInfo? Form = null);

/// <summary>A parameter in the query or the headers of an endpoint, for the OpenAPI document.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Meaning">The effect of the parameter.</param>
/// <param name="Schema">The JSON schema of its values.</param>
/// <param name="IsHeader">Whether the parameter is a header instead of a query key.</param>
internal sealed record Question(string Name, string Meaning, string Schema, bool IsHeader = false);

/// <summary>Adds descriptions to endpoints.</summary>
internal static class Descriptions
{
    private const string Json = "application/json";

    /// <summary>Describes a response with JSON.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status, string meaning, JsonTypeInfo form) =>
        endpoint.WithMetadata(new Answer(status, meaning, Json, form));

    /// <summary>Describes a response with other content, or without content.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status, string meaning, string? contentType = null) =>
        endpoint.WithMetadata(new Answer(status, meaning, contentType));

    /// <summary>Describes an error response.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, int status, string meaning) =>
        endpoint.WithMetadata(new Answer(status, meaning, Json, ServiceJson.Forms.ErrorBody));

    /// <summary>Describes a query parameter.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, string name, string meaning, string schema) =>
        endpoint.WithMetadata(new Question(name, meaning, schema));
}
