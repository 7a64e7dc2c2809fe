using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.RunFolder.Log;

/// <summary>Error codes by their wire text.</summary>
internal sealed class ErrorCodeConverter() : JsonStringEnumConverter<ErrorCode>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);
