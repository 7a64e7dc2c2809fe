using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.Storage.Sessions;

/// <summary>A session of a login, as it is kept between runs.</summary>
/// <param name="CreatedAt">The time of the login.</param>
/// <param name="Url">The page on which the login was complete.</param>
/// <param name="State">Cookies and storage, as Playwright writes them.</param>
/// <param name="SessionStorage">The session storage of the page, which is not part of the state.</param>
internal sealed record StoredSession(DateTimeOffset CreatedAt, string Url, string State, IReadOnlyDictionary<string, string> SessionStorage)
{
    /// <summary>Gets an id that no other session has.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Reads a session.</summary>
    /// <returns>The session, or null if the text is not one.</returns>
    public static StoredSession? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, StoredSessionJson.Default.StoredSession);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the session as text.</summary>
    public string Write() => JsonSerializer.Serialize(this, StoredSessionJson.Default.StoredSession);

    /// <summary>Returns nothing of the session, which is secret.</summary>
    public override string ToString() => nameof(StoredSession);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StoredSession))]
internal sealed partial class StoredSessionJson : JsonSerializerContext;
