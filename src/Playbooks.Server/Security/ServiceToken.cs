using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Server.Security;

/// <summary>The token that clients must have; without one the service is for this machine only.</summary>
internal sealed class ServiceToken
{
    private readonly byte[] hash;

    public ServiceToken(PlaybooksOptions options)
    {
        Text = options.ApiKey is { Length: > 0 } token ? token : null;
        hash = Hash(Text ?? string.Empty);
    }

    /// <summary>The token itself, for a gateway's requests to its workers; null: there is none.</summary>
    public string? Text { get; }

    /// <summary>Whether there is one.</summary>
    public bool IsSet => Text is not null;

    /// <summary>Whether what somebody said is the token; how long that takes tells nothing of it.</summary>
    public bool Matches(string said) => IsSet && CryptographicOperations.FixedTimeEquals(Hash(said), hash);

    /// <summary>Whether a request carries it in its <c>Authorization</c> header.</summary>
    public bool IsCarriedBy(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && Matches(header["Bearer ".Length..].Trim());

    /// <summary>A key for another purpose, which tells nothing of the token.</summary>
    public byte[] KeyFor(string purpose) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Text ?? string.Empty), Encoding.UTF8.GetBytes(purpose));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
