using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.RunFolder.Log;

/// <summary>Error codes by their wire text.</summary>
internal sealed class ErrorCodeConverter : JsonConverter<ErrorCode>
{
    public override ErrorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return Array.Find(Enum.GetValues<ErrorCode>(), code => code.WireText() == text) is var found && found.WireText() == text
            ? found
            : throw new JsonException($"There is no error code '{text}'.");
    }

    public override void Write(Utf8JsonWriter writer, ErrorCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.WireText());
}
