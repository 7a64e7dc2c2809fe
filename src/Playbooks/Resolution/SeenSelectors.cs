using System.Collections.Concurrent;

namespace Playbooks.Resolution;

/// <summary>The selectors that have matched something in a run so far, as they were bound.</summary>
internal sealed class SeenSelectors
{
    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

    /// <summary>A selector has matched.</summary>
    public void Add(string selector) => seen[selector] = true;

    /// <summary>Whether a selector has matched.</summary>
    public bool Contains(string selector) => seen.ContainsKey(selector);
}
