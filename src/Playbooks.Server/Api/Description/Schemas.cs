using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Playbooks.Server.Api.Description;

/// <summary>Creates the schemas of responses from the serializer's own type information, so that the document always matches the responses.</summary>
internal static class Schemas
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = DescribeEnum };

    /// <summary>Returns a reference to the schema of a type, which is added to the document.</summary>
    public static IOpenApiSchema ReferTo(JsonTypeInfo form, OpenApiDocument document)
    {
        var name = form.Type.Name;
        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            document.AddComponent(name, Parse(form.GetJsonSchemaAsNode(Options).ToJsonString(), document));
        }

        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>Parses a schema.</summary>
    public static IOpenApiSchema Parse(string schema, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(schema, OpenApiSpecVersion.OpenApi3_1, document, out _, "json")
        ?? throw new InvalidOperationException($"This is not a schema: {schema}");

    // The exporter does not support custom converters.
    private static JsonNode DescribeEnum(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (!type.IsEnum)
        {
            return schema;
        }

        var words = new JsonArray([.. Enum.GetValues(type).Cast<Enum>().Select(static word => (JsonNode)(word is ErrorCode code ? code.WireText() : word.ToString().ToLowerInvariant()))]);
        var named = new JsonObject { ["type"] = "string", ["enum"] = words };
        return type == context.TypeInfo.Type ? named : new JsonObject { ["anyOf"] = new JsonArray(named, new JsonObject { ["type"] = "null" }) };
    }
}
