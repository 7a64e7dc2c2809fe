using System.Globalization;

namespace Playbooks.Guarding.Urls;

/// <summary>Counts the distinct documents that a run's main frames open, ignoring fragments.</summary>
/// <param name="limit">The maximum number of documents.</param>
internal sealed class VisitLimit(int limit)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    /// <summary>Checks a document before it is opened. Returns the refusal, or null if the limit is not reached or the document was opened before.</summary>
    public Refusal? Before(string url)
    {
        lock (gate)
        {
            return visited.Count >= limit && !visited.Contains(Document(url)) ? Refused(url) : null;
        }
    }

    /// <summary>Counts a document that was opened. Returns the refusal, or null if the limit is not exceeded.</summary>
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
        "The run has opened this many documents. To allow more, raise guardrails.max_urls_visited.");
}
