using System.Net;
using System.Net.Sockets;

namespace Playbooks.Server.Security;

/// <summary>
/// Slows down guesses of the token at the login form: after a number of attempts, each client, and all clients together, must wait between
/// two attempts. Requests that carry the token are never counted, so a guesser cannot lock out programs.
/// </summary>
internal sealed class LoginThrottle(PlaybooksOptions options)
{
    /// <summary>The number of attempts of one client without a delay.</summary>
    public const int ClientBurst = 5;

    /// <summary>The number of attempts of all clients together without a delay.</summary>
    public const int TotalBurst = 50;

    /// <summary>The number of clients that are tracked individually. Further clients count as one.</summary>
    public const int MostClients = 1000;

    private static readonly TimeSpan ClientInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TotalInterval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();

    // For each client, the time at which all of its attempts have been compensated, at one per interval.
    private readonly Dictionary<IPAddress, DateTimeOffset> clients = [];
    private DateTimeOffset total;

    /// <summary>Gets the number of tracked clients.</summary>
    public int Clients
    {
        get
        {
            lock (gate)
            {
                return clients.Count;
            }
        }
    }

    /// <summary>Counts an attempt, before the token is compared.</summary>
    /// <param name="client">The address of the client, or null if unknown.</param>
    /// <returns>The delay before the next attempt, or null if this attempt is allowed.</returns>
    public TimeSpan? Enter(IPAddress? client)
    {
        var now = options.TimeProvider.GetUtcNow();
        lock (gate)
        {
            var key = KeyOf(client, now);
            var ofClient = Latest(clients.GetValueOrDefault(key), now);
            var ofAll = Latest(total, now);
            var wait = Latest(ofClient - (ClientInterval * (ClientBurst - 1)), ofAll - (TotalInterval * (TotalBurst - 1)));
            if (wait > now)
            {
                return wait - now;
            }

            clients[key] = ofClient + ClientInterval;
            total = ofAll + TotalInterval;
            return null;
        }
    }

    /// <summary>Undoes the count of a successful attempt.</summary>
    public void Succeeded(IPAddress? client)
    {
        var now = options.TimeProvider.GetUtcNow();
        lock (gate)
        {
            clients.Remove(KeyOf(client, now));
            total -= TotalInterval;
        }
    }

    private IPAddress KeyOf(IPAddress? client, DateTimeOffset now)
    {
        var key = Network(client);
        if (clients.Count >= MostClients && !clients.ContainsKey(key))
        {
            foreach (var (paid, _) in clients.Where(each => each.Value <= now).ToList())
            {
                clients.Remove(paid);
            }
        }

        return clients.Count >= MostClients && !clients.ContainsKey(key) ? IPAddress.None : key;
    }

    // A client with one IPv6 address usually has 2^64 of them.
    private static IPAddress Network(IPAddress? client)
    {
        if (client is null or { AddressFamily: AddressFamily.InterNetwork })
        {
            return client ?? IPAddress.None;
        }

        return client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : new([.. client.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]);
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
