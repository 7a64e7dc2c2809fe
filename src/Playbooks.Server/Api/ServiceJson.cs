using System.Text.Json.Serialization;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Files;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Api;

/// <summary>How the service writes JSON: keys in snake_case, no reflection. What a run stores is written by <see cref="Runs.Log.LogJson"/>, the same here as in its folder.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = false)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(CatalogueList))]
[JsonSerializable(typeof(AcceptedRun))]
[JsonSerializable(typeof(CheckedRequest))]
[JsonSerializable(typeof(RecordingManifest))]
internal sealed partial class ServiceJson : JsonSerializerContext;
