using System.Text.Json.Serialization;

namespace Playbooks.Accessibility;

/// <summary>Reads what axe has found, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccessibilityViolation[]))]
internal sealed partial class ViolationJson : JsonSerializerContext;
