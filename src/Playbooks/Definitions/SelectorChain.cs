namespace Playbooks;

/// <summary>Selectors in the order of preference; a fallback is drift.</summary>
public sealed record SelectorChain
{
    /// <summary>Makes a chain.</summary>
    public SelectorChain(string primary, params string[] fallbacks)
    {
        Primary = primary;
        Fallbacks = fallbacks;
    }

    /// <summary>The selector that ought to match.</summary>
    public string Primary { get; }

    /// <summary>Those that are taken when the ones before match nothing.</summary>
    public IReadOnlyList<string> Fallbacks { get; }

    /// <summary>What is looked for, for people and for recovery; null: not told.</summary>
    public string? Description { get; init; }
}
