using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

/// <summary>
/// Masks secrets in the strings of JSON, so that it remains valid JSON. Replacing them in the raw text could damage numbers, if a secret
/// consists of digits, or quotes, if a secret ends in a backslash.
/// </summary>
/// <param name="mask">Masks the secrets.</param>
/// <param name="names">The new names of the trace's files. Strings that are such names are replaced accordingly.</param>
internal sealed class JsonMask(SecretMask mask, IReadOnlyDictionary<string, string> names)
{
    // Pages are nested deeper than other JSON.
    private static readonly JsonReaderOptions AsDeepAsItGets = new() { MaxDepth = int.MaxValue };
    private static readonly JsonWriterOptions AsPlaywrightWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line of the trace without its secrets. A line that is not JSON is masked as plain text.</summary>
    /// <exception cref="InvalidDataException">The masked line would be unreadable.</exception>
    public void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> masked)
    {
        // Most lines contain no secret: they are searched once, and copied unchanged.
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
            // The latter is thrown for an unpaired surrogate, which cannot be encoded in UTF-8.
            line.Clear();
            SecretMask.Write(json, found, line);
        }

        if (Kind(json) is { } kind && Kind(line.WrittenSpan) != kind)
        {
            throw new InvalidDataException("a secret is also a keyword of the trace format, so the masked trace would be unreadable");
        }

        masked.Write(line.WrittenSpan);
    }

    /// <summary>Returns the type of a line, or null if it is not JSON.</summary>
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

    /// <summary>Returns the positions of texts and fields in a snapshot that each contain a part of a secret, as letters in separate elements.</summary>
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

                // The name of a property includes its colon.
                copied = reader.TokenType == JsonTokenType.PropertyName
                    ? start + json[start..(int)reader.BytesConsumed].LastIndexOf((byte)'"') + 1
                    : (int)reader.BytesConsumed;
            }
        }

        line.Write(json[copied..]);
    }

    /// <summary>Returns the replacement of a token, or null to keep the token.</summary>
    private string? Replacement(ref Utf8JsonReader reader, TraceLocation place)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            // Only a number that equals the secret is replaced, because its digits occur in timestamps. The numbers of a snapshot refer to other nodes.
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
