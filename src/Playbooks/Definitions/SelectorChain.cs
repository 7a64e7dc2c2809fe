namespace Playbooks;

/// <summary>Represents selectors in order of preference. The use of a fallback is called drift.</summary>
public sealed record SelectorChain
{
    /// <summary>Initializes a new chain.</summary>
    public SelectorChain(string primary, params string[] fallbacks)
    {
        Primary = primary;
        Fallbacks = fallbacks;
    }

    /// <summary>Gets the preferred selector.</summary>
    public string Primary { get; }

    /// <summary>Gets the selectors that are used, in order, if the ones before them match nothing.</summary>
    public IReadOnlyList<string> Fallbacks { get; }

    /// <summary>Gets the author's description of the element, for people and for recovery, or null.</summary>
    public string? Description { get; init; }
}
