using System.Text.Json;

namespace Playbooks.Agent.Tools;

/// <summary>The arguments of a call, as texts.</summary>
/// <param name="values">The arguments as the model wrote them.</param>
internal sealed class ToolArguments(IEnumerable<KeyValuePair<string, object?>> values)
{
    private readonly Dictionary<string, object?> all = Read(values);

    /// <summary>Gets the names.</summary>
    public IEnumerable<string> Names => all.Keys;

    /// <summary>Returns an argument as text, or null if it is missing or empty.</summary>
    public string? Text(string name) => all.TryGetValue(name, out var value) ? AsText(value) : null;

    /// <summary>Returns the items of a list, or null if the argument is not a list of objects.</summary>
    public IReadOnlyList<ToolArguments>? Items(string name)
    {
        if (!all.TryGetValue(name, out var value) || value is not JsonElement { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var items = list.EnumerateArray().ToList();
        return items.TrueForAll(static one => one.ValueKind == JsonValueKind.Object)
            ? [.. items.Select(static one => new ToolArguments(one.EnumerateObject().Select(static property => KeyValuePair.Create(property.Name, (object?)property.Value))))]
            : null;
    }

    private static Dictionary<string, object?> Read(IEnumerable<KeyValuePair<string, object?>> values)
    {
        var read = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            read[name] = value is null or JsonElement ? value : JsonSerializer.SerializeToElement(value);
        }

        return read;
    }

    private static string? AsText(object? value) => value is not JsonElement element ? null : element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };
}
