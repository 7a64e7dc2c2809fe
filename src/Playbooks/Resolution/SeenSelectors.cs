using System.Collections.Concurrent;

namespace Playbooks.Resolution;

/// <summary>The selectors, with values filled in, that have matched something in a run so far.</summary>
internal sealed class SeenSelectors
{
    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

    /// <summary>Adds a selector that has matched.</summary>
    public void Add(string selector) => seen[selector] = true;

    /// <summary>Determines whether a selector has matched.</summary>
    public bool Contains(string selector) => seen.ContainsKey(selector);
}
