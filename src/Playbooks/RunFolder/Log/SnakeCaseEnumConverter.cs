using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.RunFolder.Log;

/// <summary>Serializes the members of an enumeration by their names in snake_case.</summary>
internal sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
