using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

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

    /// <summary>Writes a line of the trace without its secrets. What is no JSON is masked as any text is.</summary>
    /// <exception cref="InvalidDataException">Without them nobody could read it.</exception>
    public void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> masked)
    {
        // Most lines hold no secret: they are searched once, and copied as they are.
        var found = mask.Search.Find(json, SecretSearch.Depth + 1);
        var spread = json.StartsWith("{\"type\":\"frame-snapshot\""u8) ? Spread(json) : [];
        if (found.Count == 0 && spread.Count == 0)
        {
            masked.Write(json);
            return;
        }

        var line = new ArrayBufferWriter<byte>(json.Length);
        try
        {
            WriteTokens(json, spread, line);
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            // The latter: half of a surrogate pair, which has no UTF-8.
            line.Clear();
            SecretMask.Write(json, found, line);
        }

        if (Kind(json) is { } kind && Kind(line.WrittenSpan) != kind)
        {
            throw new InvalidDataException("a secret is a word of the trace itself, which nobody could read without it");
        }

        masked.Write(line.WrittenSpan);
    }

    /// <summary>What a line tells of; null: it is no JSON.</summary>
    private static string? Kind(ReadOnlySpan<byte> json)
    {
        try
        {
            var kind = string.Empty;
            var reader = new Utf8JsonReader(json, AsDeepAsItGets);
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    kind = reader.GetString()!;
                }
            }

            return kind;
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Where a page's texts and fields stand in its snapshot that hold a piece of a secret each, as letters in elements of their own.</summary>
    private HashSet<long> Spread(ReadOnlySpan<byte> json)
    {
        var (texts, fields) = (new SpreadText(), new SpreadText());
        var (textStarts, fieldStarts) = (new List<long>(), new List<long>());
        try
        {
            var reader = new Utf8JsonReader(json, AsDeepAsItGets);
            var place = new TraceLocation();
            while (reader.Read())
            {
                place.Move(ref reader);
                if (reader.TokenType == JsonTokenType.String && (place.IsText || place.IsFieldValue))
                {
                    (place.IsText ? texts : fields).Add(reader.GetString()!);
                    (place.IsText ? textStarts : fieldStarts).Add(reader.TokenStartIndex);
                }
            }
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return [];
        }

        return [.. texts.Touched(mask.Search).Select(piece => textStarts[piece]), .. fields.Touched(mask.Search).Select(piece => fieldStarts[piece])];
    }

    private void WriteTokens(ReadOnlySpan<byte> json, HashSet<long> spread, ArrayBufferWriter<byte> line)
    {
        var reader = new Utf8JsonReader(json, AsDeepAsItGets);
        var place = new TraceLocation();
        var copied = 0;
        while (reader.Read())
        {
            place.Move(ref reader);
            if ((Replacement(ref reader, place) ?? (spread.Contains(reader.TokenStartIndex) ? SecretMask.Stars : null)) is { } replacement)
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
    private string? Replacement(ref Utf8JsonReader reader, TraceLocation place)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            // Only a number that is the secret: one of its digits stand in any time stamp. Those of a page's snapshot lead to other nodes.
            return !place.IsInPage && !place.IsFixed && mask.Search.IsSecret(reader.ValueSpan) ? SecretMask.Stars : null;
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
        if (names.GetValueOrDefault(text) is { } renamed)
        {
            return renamed == text ? null : renamed;
        }

        var isFormat = reader.TokenType == JsonTokenType.PropertyName ? place.IsInPage || TraceFormat.IsName(text) : place.IsFixed || place.IsNodeName;
        var shown = isFormat ? text : mask.Apply(text);
        return shown == text ? null : shown;
    }
}
