using System.Net;
using System.Net.Sockets;

namespace Playbooks.Server.Security;

/// <summary>
/// Slows down guesses of the token at the login form: after a number of attempts, a client and all clients together have to wait between
/// two. Requests that carry the token itself are never counted, so a guesser keeps no program out.
/// </summary>
internal sealed class LoginThrottle(PlaybooksOptions options)
{
    /// <summary>Attempts of one client that need no waiting.</summary>
    public const int ClientBurst = 5;

    /// <summary>Attempts of all clients together that need no waiting.</summary>
    public const int TotalBurst = 50;

    /// <summary>How many clients are remembered one by one; any more count as one.</summary>
    public const int MostClients = 1000;

    private static readonly TimeSpan ClientInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TotalInterval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();

    // For each client the time at which all of its attempts are paid for, at one an interval.
    private readonly Dictionary<IPAddress, DateTimeOffset> clients = [];
    private DateTimeOffset total;

    /// <summary>How many clients are remembered.</summary>
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

    /// <summary>Counts an attempt, before anything is compared.</summary>
    /// <param name="client">Where the attempt comes from; null: unknown.</param>
    /// <returns>How long to wait before the next attempt; null: this one may go on.</returns>
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

    /// <summary>Takes back an attempt that showed the token.</summary>
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

    // Whoever has one IPv6 address has 2^64 of them.
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
