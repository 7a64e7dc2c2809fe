using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Playbooks.Steps.Support;

/// <summary>Reads the output of a step from a response.</summary>
internal sealed class ResponseReader(ApiResponse response)
{
    private const int LongestQuote = 200;
    private const int MostKeys = 20;
    private const int DeepestJson = 512;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DeepestJson };

    /// <summary>Reads the output.</summary>
    /// <exception cref="PlaybookException">The body is not JSON, or has no value at the path.</exception>
    public ResponseValue Read(ResponseMode mode, string? path) => mode switch
    {
        ResponseMode.Text => new(response.Text, "The response"),
        ResponseMode.JsonPath => AtPath(JsonPath.Parse(path ?? string.Empty), path!),
        _ => Whole(),
    };

    private ResponseValue Whole()
    {
        if (response.Text.Length == 0)
        {
            return new("null", "The response");
        }

        using var json = Parse();
        var compact = new MemoryStream();
        using (var writer = new Utf8JsonWriter(compact, Compact))
        {
            json.RootElement.WriteTo(writer);
        }

        return new(Encoding.UTF8.GetString(compact.GetBuffer(), 0, (int)compact.Length), "The response") { IsNumber = json.RootElement.ValueKind == JsonValueKind.Number };
    }

    private ResponseValue AtPath(JsonPath path, string written)
    {
        using var json = Parse();
        var (value, at) = (json.RootElement, string.Empty);
        foreach (var segment in path.Segments)
        {
            value = Step(value, segment) ?? throw new PlaybookException(
                ErrorCode.StepFailed, $"The response has nothing at \"{written}\": {(at.Length == 0 ? "it" : $"\"{at}\"")} is {Describe(value)}.");
            at = at.Length == 0 ? Shown(segment) : at + (segment.IsIndexOnly ? string.Empty : ".") + Shown(segment);
        }

        var from = $"\"{written}\" of the response";
        return value.ValueKind switch
        {
            JsonValueKind.String => new(value.GetString()!, from),
            JsonValueKind.Number => new(Plain(value.GetRawText()), from) { IsNumber = true },
            JsonValueKind.True or JsonValueKind.False => new(value.GetRawText(), from),
            _ => throw new PlaybookException(ErrorCode.StepFailed, $"{from} is {Describe(value)}, not a string, number, or Boolean."),
        };
    }

    private static JsonElement? Step(JsonElement value, JsonPathSegment segment) => value.ValueKind switch
    {
        JsonValueKind.Object when !segment.IsIndexOnly && value.TryGetProperty(segment.Text, out var member) => member,
        JsonValueKind.Array when segment.Index is { } index && index < value.GetArrayLength() => value[index],
        _ => null,
    };

    private static string Shown(JsonPathSegment segment) => segment.IsIndexOnly ? $"[{segment.Text}]" : segment.Text;

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Keys(value),
        JsonValueKind.Array => value.GetArrayLength() is 0 ? "an empty list" : $"a list with {Number(value.GetArrayLength())} {(value.GetArrayLength() == 1 ? "item" : "items")}",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => $"the value {value.GetRawText()}",
    };

    private static string Keys(JsonElement value)
    {
        var keys = value.EnumerateObject().Select(static member => member.Name).ToList();
        return keys.Count switch
        {
            0 => "an empty object",
            > MostKeys => $"an object with the keys {string.Join(", ", keys.Take(MostKeys))}, and {Number(keys.Count - MostKeys)} more",
            _ => $"an object with the {(keys.Count == 1 ? "key" : "keys")} {string.Join(", ", keys)}",
        };
    }

    // Types are parsed from plain numbers, without an exponent.
    private static string Plain(string number) =>
        number.AsSpan().IndexOfAny('e', 'E') >= 0 && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : number;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private JsonDocument Parse()
    {
        try
        {
            return JsonDocument.Parse(response.Text, new() { MaxDepth = DeepestJson });
        }
        catch (JsonException error)
        {
            var type = response.Header("content-type");
            var body = response.Text.Length == 0 ? "it is empty" : $"\"{string.Join(' ', response.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Truncate(LongestQuote)}\"{(type is null ? string.Empty : $" ({type})")}";
            throw new PlaybookException(
                ErrorCode.StepFailed, $"{response.Request} returned {response.StatusLine}, but its body is not JSON: {body}. To read it as text, write response: {{ mode: text }}.", error);
        }
    }
}

/// <summary>A value of a response.</summary>
/// <param name="Text">The value as text.</param>
/// <param name="From">Where it comes from, for the error.</param>
internal sealed record ResponseValue(string Text, string From)
{
    /// <summary>Gets whether it is a number of JSON, which no culture applies to.</summary>
    public bool IsNumber { get; init; }
}
