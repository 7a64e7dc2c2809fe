namespace Playbooks;

/// <summary>Specifies how certain it is that a run is making no progress.</summary>
public enum StuckLevel
{
    /// <summary>Nothing repeats.</summary>
    None,

    /// <summary>A repetition that may be a coincidence.</summary>
    Hint,

    /// <summary>A repetition after which a different approach is advised.</summary>
    Warning,

    /// <summary>A repetition after which continuing is pointless.</summary>
    Stop,
}

/// <summary>Represents the stuck detection's assessment of the last actions.</summary>
/// <param name="Level">How certain it is that the run is making no progress.</param>
/// <param name="Rule">The guardrail that was exceeded, such as <c>stuck_repeat_warn: 5</c>. Empty if nothing repeats.</param>
/// <param name="Sentence">The assessment for people and models. Empty if nothing repeats.</param>
public sealed record StuckVerdict(StuckLevel Level, string Rule, string Sentence)
{
    /// <summary>Gets the verdict for actions in which nothing repeats.</summary>
    public static StuckVerdict None { get; } = new(StuckLevel.None, string.Empty, string.Empty);
}
