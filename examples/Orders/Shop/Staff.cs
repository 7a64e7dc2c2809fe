using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Orders.Shop;

/// <summary>Logs in the staff of the back office.</summary>
public sealed class Staff
{
    /// <summary>The cookie of a session. Its value is also the bearer token of the API.</summary>
    public const string Cookie = "office_session";

    /// <summary>The only user. The dashboard is an example, which has no secrets to keep.</summary>
    public const string UserName = "bookkeeping@harbour-pine.example";

    /// <summary>The password of the user.</summary>
    public const string Password = "seventeen-tall-pines";

    private readonly ConcurrentDictionary<string, bool> sessions = new(StringComparer.Ordinal);

    /// <summary>Starts a session and returns its token, or returns null if the user name or the password is wrong.</summary>
    public string? LogIn(string userName, string password)
    {
        if (userName != UserName || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(Password)))
        {
            return null;
        }

        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        sessions[token] = true;
        return token;
    }

    /// <summary>Ends a session.</summary>
    public void LogOut(string? token)
    {
        if (token is not null)
        {
            sessions.TryRemove(token, out _);
        }
    }

    /// <summary>Determines whether a token belongs to a session.</summary>
    public bool Knows(string? token) => token is not null && sessions.ContainsKey(token);
}
