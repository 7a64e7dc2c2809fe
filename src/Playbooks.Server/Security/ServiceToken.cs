using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Server.Security;

/// <summary>The token that clients must send. Without a token, the service accepts requests from this machine only.</summary>
internal sealed class ServiceToken
{
    private readonly byte[] hash;

    public ServiceToken(PlaybooksOptions options)
    {
        Text = options.ApiKey is { Length: > 0 } token ? token : null;
        hash = Hash(Text ?? string.Empty);
    }

    /// <summary>Gets the token itself, for a gateway's requests to its workers, or null if there is none.</summary>
    public string? Text { get; }

    /// <summary>Gets whether there is a token.</summary>
    public bool IsSet => Text is not null;

    /// <summary>Determines whether a text is the token, in constant time.</summary>
    public bool Matches(string said) => IsSet && CryptographicOperations.FixedTimeEquals(Hash(said), hash);

    /// <summary>Determines whether a request contains the token in its <c>Authorization</c> header.</summary>
    public bool IsCarriedBy(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && Matches(header["Bearer ".Length..].Trim());

    /// <summary>Creates the principal of a client with the token. All of them are one user, to whom the sessions of the Model Context Protocol belong.</summary>
    public static ClaimsPrincipal CreatePrincipal(string scheme) => new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "token")], scheme));

    /// <summary>Derives a key for another purpose, which does not reveal the token.</summary>
    public byte[] KeyFor(string purpose) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Text ?? string.Empty), Encoding.UTF8.GetBytes(purpose));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
