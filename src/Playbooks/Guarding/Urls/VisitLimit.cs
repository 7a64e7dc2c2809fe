using System.Globalization;

namespace Playbooks.Guarding.Urls;

/// <summary>Counts the distinct documents that a run's main frames opened; the fragment makes no difference.</summary>
/// <param name="limit">How many there may be.</param>
internal sealed class VisitLimit(int limit)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    /// <summary>A document that is about to be opened: what forbids it; null: there is room, or it was opened before.</summary>
    public Refusal? Before(string url)
    {
        lock (gate)
        {
            return visited.Count >= limit && !visited.Contains(Document(url)) ? Refused(url) : null;
        }
    }

    /// <summary>A document was opened: what forbids it; null: it was not one too many.</summary>
    public Refusal? Opened(string url)
    {
        lock (gate)
        {
            visited.Add(Document(url));
            return visited.Count > limit ? Refused(url) : null;
        }
    }

    private static string Document(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? url : url[..fragment];
    }

    private Refusal Refused(string url) => new(
        url,
        string.Create(CultureInfo.InvariantCulture, $"max_urls_visited: {limit}"),
        "That many documents were opened already; if the playbook needs more, raise guardrails.max_urls_visited.");
}
