using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Catalog;
using Playbooks.Server.Files;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Api;

/// <summary>Defines how the service serializes JSON: with snake_case keys and without reflection. The data of runs is serialized by <see cref="LogJson"/>, as in their folders.</summary>
internal static class ServiceJson
{
    /// <summary>Gets the type information of requests and responses. People read the JSON as well, and it is never inserted into HTML without encoding.</summary>
    public static ServiceJsonContext Forms { get; } = new(new(ServiceJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(CatalogList))]
[JsonSerializable(typeof(AcceptedRun))]
[JsonSerializable(typeof(CheckedRequest))]
[JsonSerializable(typeof(RecordingManifest))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
