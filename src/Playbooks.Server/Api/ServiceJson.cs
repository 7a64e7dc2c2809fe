using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Files;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Api;

/// <summary>How the service writes JSON: keys in snake_case, no reflection. What a run stores is written by <see cref="LogJson"/>, the same here as in its folder.</summary>
internal static class ServiceJson
{
    /// <summary>The forms of what is written. People read it as well, and it is never put into HTML as it is.</summary>
    public static ServiceJsonContext Forms { get; } = new(new(ServiceJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(CatalogueList))]
[JsonSerializable(typeof(AcceptedRun))]
[JsonSerializable(typeof(CheckedRequest))]
[JsonSerializable(typeof(RecordingManifest))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
