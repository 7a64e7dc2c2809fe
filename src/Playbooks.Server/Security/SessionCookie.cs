using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Server.Security;

/// <summary>
/// Admits a browser whose user has entered the token. The cookie contains its own expiration and proof, so that no session is stored here.
/// It expires after its lifetime, or for everybody when the token changes.
/// </summary>
internal sealed class SessionCookie(ServiceToken token, PlaybooksOptions options)
{
    /// <summary>The name of the cookie.</summary>
    public const string Name = "playbooks_session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly byte[] key = token.KeyFor("session");

    /// <summary>Issues the cookie, after the caller has verified the token.</summary>
    public void Issue(HttpContext http)
    {
        var until = (options.TimeProvider.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Name, $"{until}.{Proof(until)}", CreateOptions(http, Lifetime));
    }

    /// <summary>Creates the principal of a person who has entered the token. It has no name, because all use the same token.</summary>
    public static ClaimsPrincipal CreatePrincipal() => ServiceToken.CreatePrincipal(PlaybooksAuthenticationDefaults.CookieScheme);

    /// <summary>Deletes the cookie.</summary>
    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, CreateOptions(http, null));

    /// <summary>Determines whether a request contains a valid cookie. The origin of the request is checked elsewhere.</summary>
    public bool IsCarriedBy(HttpRequest request)
    {
        if (!token.IsSet || request.Cookies[Name]?.Split('.') is not [var until, var proof])
        {
            return false;
        }

        // The proof is verified first, so that nothing a stranger wrote is parsed.
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(Proof(until)))
            && long.Parse(until, CultureInfo.InvariantCulture) > options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
    }

    private string Proof(string until) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(until)));

    // Strict, and without a path, because the service can be mapped below any path.
    private static CookieOptions CreateOptions(HttpContext http, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = lifetime,
    };
}
