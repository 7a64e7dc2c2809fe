
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Egress;

/// <summary>Remembers which hosts the egress proxy did not connect to, and why; the latest for each host.</summary>
internal sealed class EgressLog
{
    // A page can invent hosts without end.
    private const int MostHosts = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Refusal> refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> unreachable = new(StringComparer.Ordinal);

    /// <summary>Is told of each host that is refused by a rule for the first time; null: nobody.</summary>
    public Action<Refusal>? FirstRefused { get; set; }

    /// <summary>A guardrail forbade a connection.</summary>
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

    /// <summary>A connection was allowed and could not be made.</summary>
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

    /// <summary>A connection was made: what was wrong with its host before is past.</summary>
    public void Connected(string host)
    {
        lock (gate)
        {
            refused.Remove(host);
            unreachable.Remove(host);
        }
    }

    /// <summary>Why a host was refused; null: it was not.</summary>
    public Refusal? RefusalOf(string host)
    {
        lock (gate)
        {
            return refused.GetValueOrDefault(host);
        }
    }

    /// <summary>Why a host could not be reached; null: it could, or nobody tried.</summary>
    public string? ProblemOf(string host)
    {
        lock (gate)
        {
            return unreachable.GetValueOrDefault(host);
        }
    }
}
