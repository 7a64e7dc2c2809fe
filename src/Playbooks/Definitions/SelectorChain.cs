using Playbooks.Resolution;

namespace Playbooks;

/// <summary>Represents selectors in order of preference. The use of a fallback is called drift.</summary>
public sealed record SelectorChain
{
    private readonly string primary;
    private readonly IReadOnlyList<string> fallbacks;

    /// <summary>Initializes a new chain.</summary>
    public SelectorChain(string primary, params string[] fallbacks)
    {
        this.primary = primary;
        this.fallbacks = fallbacks;
    }

    /// <summary>Gets the preferred selector. If the element is in a frame, the selector begins with the frame, such as <c>frame=#payment |> #pay</c>.</summary>
    public string Primary => FrameSelector.Compose(Frames, primary);

    /// <summary>Gets the selectors that are used, in order, if the ones before them match nothing.</summary>
    public IReadOnlyList<string> Fallbacks => Frames.Count == 0 ? fallbacks : [.. fallbacks.Select(selector => FrameSelector.Compose(Frames, selector))];

    /// <summary>Gets the selectors of the frames that contain the element, the outermost first. If empty (the default), the element is in the page itself.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>Gets the author's description of the element, for people and for recovery, or null.</summary>
    public string? Description { get; init; }
}
