using System.Text.Json;

namespace Playbooks.Execution.Login;

/// <summary>
/// Finds the values with which somebody could resume a session: those of its cookies and its storage. Traces record them, because Playwright
/// records the calls that read and write a session, and the requests that send its cookies.
/// </summary>
internal static class SessionSecrets
{
    // Shorter values are words and numbers, such as "dark", which other texts contain as well.
    private const int ShortestToken = 12;

    // A database holds names and addresses, too; keys and tokens are longer.
    private const int ShortestRecord = 32;

    /// <summary>Returns the values to mask.</summary>
    /// <param name="state">Playwright's storage state, as JSON.</param>
    /// <param name="tab">The items of the session storage.</param>
    public static IEnumerable<string> Find(string state, IReadOnlyDictionary<string, string> tab)
    {
        using var json = JsonDocument.Parse(state);
        var cookies = json.RootElement.TryGetProperty("cookies", out var list) ? list.EnumerateArray().Select(Value) : [];
        var origins = json.RootElement.TryGetProperty("origins", out var all) ? all.EnumerateArray().ToList() : [];
        var items = origins.SelectMany(static origin => origin.TryGetProperty("localStorage", out var storage) ? storage.EnumerateArray().Select(Value) : []);
        var records = origins.SelectMany(static origin => origin.TryGetProperty("indexedDB", out var databases) ? Texts(databases) : []);
        return
        [
            .. cookies.Concat(items).Concat(tab.Values).OfType<string>().Where(static value => value.Length >= ShortestToken),
            .. records.Where(static value => value.Length >= ShortestRecord),
        ];
    }

    private static string? Value(JsonElement item) => item.GetProperty("value").GetString();

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().Where(static property => property.Name is not ("name" or "keyPath")).SelectMany(static property => Texts(property.Value)),
        _ => [],
    };
}
