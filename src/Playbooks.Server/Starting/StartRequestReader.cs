using System.Text.Json;
using Playbooks.Server.Api;

namespace Playbooks.Server.Starting;

/// <summary>Reads the JSON of <c>POST /runs</c>. An unknown key is an error, because it would otherwise be ignored silently.</summary>
internal sealed class StartRequestReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly Problems problems = new();

    /// <summary>Reads a request.</summary>
    /// <exception cref="RefusedException">The body is not JSON, or not of this format. All mistakes are reported at once.</exception>
    public static async Task<StartRequest> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(body, Strict, cancellationToken);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The parser's message contains a character or a key, but never a value.
            throw new RefusedException(StatusCodes.Status400BadRequest, ErrorCode.InvalidRequest, $"The body is not valid JSON: {failure.Message}");
        }

        using (document)
        {
            var reader = new StartRequestReader();
            try
            {
                var request = reader.Read(document.RootElement);
                reader.problems.ThrowIfAny();
                return request;
            }
            catch (InvalidOperationException failure)
            {
                throw new RefusedException(StatusCodes.Status400BadRequest, ErrorCode.InvalidRequest, $"The body contains invalid text, such as an unpaired surrogate (\\ud800): {failure.Message}");
            }
        }
    }

    private StartRequest Read(JsonElement root)
    {
        var fields = ObjectOf(root, string.Empty, StartRequestForm.KeysOf(string.Empty));
        return new()
        {
            Playbook = Text(fields, "playbook"),
            Directive = Text(fields, "directive"),
            RunId = Text(fields, "run_id"),
            BaseUrl = Text(fields, "base_url"),
            TimeoutSeconds = Number(fields, "timeout_seconds"),
            Headed = Flag(fields, "headed"),
            Parameters = Values(fields, "parameters"),
            Credentials = Values(fields, "credentials").ToDictionary(static pair => pair.Key, static pair => new Secret(pair.Value), StringComparer.Ordinal),
            Recording = fields.TryGetValue("recording", out var recording) ? ReadRecording(recording) : null,
            Guardrails = fields.TryGetValue("guardrails", out var guardrails) ? ReadGuardrails(guardrails) : null,
        };
    }

    private RecordingRequest ReadRecording(JsonElement element)
    {
        var fields = ObjectOf(element, "recording", StartRequestForm.KeysOf("recording"));
        return new(Flag(fields, "trace", "recording."), Flag(fields, "screenshots", "recording."));
    }

    private GuardrailRequest ReadGuardrails(JsonElement element)
    {
        const string Prefix = "guardrails.";
        var fields = ObjectOf(element, "guardrails", StartRequestForm.KeysOf("guardrails"));
        return new()
        {
            AllowedDomains = Texts(fields, "allowed_domains", Prefix),
            BlockedDomains = Texts(fields, "blocked_domains", Prefix),
            AllowPrivateNetworks = Flag(fields, "allow_private_networks", Prefix),
            MaxUrlsVisited = Within(Number(fields, "max_urls_visited", Prefix), Prefix + "max_urls_visited"),
            MaxConsecutiveErrors = Within(Number(fields, "max_consecutive_errors", Prefix), Prefix + "max_consecutive_errors"),
        };
    }

    /// <summary>Returns the fields of an object. A null counts as missing.</summary>
    private Dictionary<string, JsonElement> ObjectOf(JsonElement element, string path, string[]? known)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
        {
            if (path.Length == 0 || element.ValueKind != JsonValueKind.Null)
            {
                problems.Add(path, path.Length == 0 ? "The body must be a JSON object, such as {\"playbook\": \"order_status\"}." : $"'{path}' must be a JSON object.");
            }

            return fields;
        }

        foreach (var field in element.EnumerateObject())
        {
            if (known is not null && !known.Contains(field.Name))
            {
                var near = NearestName.Find(field.Name, known);
                problems.Add(
                    path.Length == 0 ? field.Name : $"{path}.{field.Name}",
                    $"Unknown key '{Problems.Shorten(field.Name)}'" + (near is not null ? $". Did you mean '{near}'?" : $". The known keys are: {string.Join(", ", known)}."));
            }
            else if (field.Value.ValueKind != JsonValueKind.Null)
            {
                fields[field.Name] = field.Value;
            }
        }

        return fields;
    }

    private Dictionary<string, string> Values(Dictionary<string, JsonElement> fields, string name)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in fields.TryGetValue(name, out var element) ? ObjectOf(element, name, known: null) : [])
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.String:
                    values[key] = value.GetString()!;
                    break;
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Array:
                    values[key] = value.GetRawText();
                    break;
                default:
                    problems.Add($"{name}.{key}", $"'{name}.{Problems.Shorten(key)}' must be a string, a number, true, false, or a list of these.");
                    break;
            }
        }

        return values;
    }

    private string? Text(Dictionary<string, JsonElement> fields, string name)
    {
        if (!fields.TryGetValue(name, out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        problems.Add(name, $"'{name}' must be a non-empty string.");
        return null;
    }

    private bool? Flag(Dictionary<string, JsonElement> fields, string name, string prefix = "")
    {
        if (!fields.TryGetValue(name, out var element))
        {
            return null;
        }

        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        problems.Add(prefix + name, $"'{prefix}{name}' must be true or false.");
        return null;
    }

    private int? Number(Dictionary<string, JsonElement> fields, string name, string prefix = "")
    {
        if (!fields.TryGetValue(name, out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number))
        {
            return number;
        }

        problems.Add(prefix + name, $"'{prefix}{name}' must be a whole number.");
        return null;
    }

    private int? Within(int? number, string path)
    {
        var (minimum, maximum) = StartRequestForm.RangeOf(path);
        if (number < minimum || number > maximum)
        {
            problems.Add(path, $"'{path}' must be from {minimum} to {maximum}, but is {number}.");
            return null;
        }

        return number;
    }

    private List<string>? Texts(Dictionary<string, JsonElement> fields, string name, string prefix)
    {
        if (!fields.TryGetValue(name, out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String))
        {
            return [.. element.EnumerateArray().Select(static item => item.GetString()!)];
        }

        problems.Add(prefix + name, $"'{prefix}{name}' must be an array of strings.");
        return null;
    }
}
