using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playbooks.Agent.Tests.Serving;

/// <summary>A request to the model, as it came over the wire.</summary>
/// <param name="Path">The path of the endpoint.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
internal sealed record ModelRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>All texts of the body, in order.</summary>
    public string Text { get; } = string.Join('\n', Strings(JsonDocument.Parse(Body).RootElement));

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The names of the tools.</summary>
    public IReadOnlyList<string> Tools =>
        [.. Json.GetProperty("tools").EnumerateArray().Select(tool => (tool.TryGetProperty("function", out var function) ? function : tool).GetProperty("name").GetString()!)];

    /// <summary>The reference of an element in the latest view, by what its line begins with: <c>button "Cancel order"</c>.</summary>
    public string Ref(string line) => Regex.Matches(Text, $@"- {Regex.Escape(line)}.*?\[ref=((?:f\d+)?e\d+)\]")[^1].Groups[1].Value;

    /// <summary>How often a text is in the body.</summary>
    public int Count(string part) => Regex.Count(Text, Regex.Escape(part));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
