using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Playbooks.Guarding;

namespace Playbooks.Runs.Recording;

/// <summary>
/// Hides secrets in the strings of JSON, so that it stays JSON: replaced in its text, a secret of digits would break the numbers, and one
/// that ends in a backslash the quotes.
/// </summary>
/// <param name="mask">The secrets.</param>
/// <param name="names">What the trace's files are renamed to; strings that are such a name follow.</param>
internal sealed class JsonMask(SecretMask mask, IReadOnlyDictionary<string, string> names)
{
    // Pages are nested deeper than anything that people write as JSON.
    private static readonly JsonReaderOptions AsDeepAsItGets = new() { MaxDepth = int.MaxValue };
    private static readonly JsonWriterOptions AsPlaywrightWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a JSON text without its secrets. What is no JSON is masked as any text is.</summary>
    public void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> masked)
    {
        // Most lines hold no secret: they are searched once, and copied as they are.
        var found = mask.Search.Find(json, SecretSearch.Depth + 1);
        if (found.Count == 0)
        {
            masked.Write(json);
            return;
        }

        var line = new ArrayBufferWriter<byte>(json.Length);
        try
        {
            WriteTokens(json, line);
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            // The latter: half of a surrogate pair, which has no UTF-8.
            line.Clear();
            SecretMask.Write(json, found, line);
        }

        masked.Write(line.WrittenSpan);
    }

    private void WriteTokens(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> line)
    {
        var reader = new Utf8JsonReader(json, AsDeepAsItGets);
        var copied = 0;
        while (reader.Read())
        {
            if (Replacement(ref reader) is { } replacement)
            {
                var start = (int)reader.TokenStartIndex;
                line.Write(json[copied..start]);
                using (var writer = new Utf8JsonWriter(line, AsPlaywrightWrites))
                {
                    writer.WriteStringValue(replacement);
                }

                // A property's name ends with its colon.
                copied = reader.TokenType == JsonTokenType.PropertyName
                    ? start + json[start..(int)reader.BytesConsumed].LastIndexOf((byte)'"') + 1
                    : (int)reader.BytesConsumed;
            }
        }

        line.Write(json[copied..]);
    }

    /// <summary>What is written in a token's place; null: the token.</summary>
    private string? Replacement(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            // Only a number that is the secret: one of its digits stand in any time stamp.
            return mask.Search.IsSecret(reader.ValueSpan) ? SecretMask.Stars : null;
        }

        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return null;
        }

        if (!reader.ValueIsEscaped && mask.Search.Find(reader.ValueSpan).Count == 0)
        {
            return null;
        }

        var text = reader.GetString()!;
        var shown = names.GetValueOrDefault(text) ?? mask.Apply(text);
        return shown == text ? null : shown;
    }
}
