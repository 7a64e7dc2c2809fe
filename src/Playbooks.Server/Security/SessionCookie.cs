using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Server.Security;

/// <summary>
/// Lets a browser in that has shown the token once: a cookie that holds its own end and proof, so that nothing is kept here. It ends
/// when its time is up, or for everybody when the token is changed.
/// </summary>
internal sealed class SessionCookie(ServiceToken token, PlaybooksOptions options)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "playbooks_session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly byte[] key = token.KeyFor("session");

    /// <summary>Lets the browser in; the caller has seen that it knows the token.</summary>
    public void Issue(HttpContext http)
    {
        var until = (options.TimeProvider.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Name, $"{until}.{Proof(until)}", Of(http, Lifetime));
    }

    /// <summary>Sends the browser out again.</summary>
    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Of(http, null));

    /// <summary>Whether a request comes from a browser that was let in. Where it comes from is for others to judge.</summary>
    public bool IsCarriedBy(HttpRequest request)
    {
        if (!token.IsSet || request.Cookies[Name]?.Split('.') is not [var until, var proof])
        {
            return false;
        }

        // The proof first: nothing of what a stranger wrote is read.
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(Proof(until)))
            && long.Parse(until, CultureInfo.InvariantCulture) > options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
    }

    private string Proof(string until) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(until)));

    // Strict, and not bound to a path: the service may be mapped below any.
    private static CookieOptions Of(HttpContext http, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = lifetime,
    };
}
