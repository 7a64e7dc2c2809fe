using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Egress;

/// <summary>Records the hosts to which the egress proxy did not connect, with the latest reason for each host.</summary>
internal sealed class EgressLog
{
    // A page can invent any number of hosts.
    private const int MostHosts = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Refusal> refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> unreachable = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the callback for each host that a rule blocks for the first time, or null.</summary>
    public Action<Refusal>? FirstRefused { get; set; }

    /// <summary>Records a connection that a guardrail blocked.</summary>
    public void Refused(string host, Refusal refusal)
    {
        lock (gate)
        {
            var known = refused.TryGetValue(host, out var before) && before.Rule == refusal.Rule;
            if (known || (refused.Count >= MostHosts && before is null))
            {
                return;
            }

            refused[host] = refusal;
        }

        FirstRefused?.Invoke(refusal);
    }

    /// <summary>Records an allowed connection that failed.</summary>
    public void Unreachable(string host, string why)
    {
        lock (gate)
        {
            if (unreachable.Count < MostHosts || unreachable.ContainsKey(host))
            {
                unreachable[host] = why;
            }
        }
    }

    /// <summary>Records a successful connection, which clears earlier problems with its host.</summary>
    public void Connected(string host)
    {
        lock (gate)
        {
            refused.Remove(host);
            unreachable.Remove(host);
        }
    }

    /// <summary>Returns the reason why a host was blocked, or null.</summary>
    public Refusal? RefusalOf(string host)
    {
        lock (gate)
        {
            return refused.GetValueOrDefault(host);
        }
    }

    /// <summary>Returns the reason why a host was unreachable, or null.</summary>
    public string? ProblemOf(string host)
    {
        lock (gate)
        {
            return unreachable.GetValueOrDefault(host);
        }
    }
}
