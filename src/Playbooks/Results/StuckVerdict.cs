namespace Playbooks;

/// <summary>How sure it is that no progress is made.</summary>
public enum StuckLevel
{
    /// <summary>Nothing repeats itself.</summary>
    None,

    /// <summary>It may be a coincidence.</summary>
    Hint,

    /// <summary>Something else should be tried.</summary>
    Warning,

    /// <summary>Going on is no use.</summary>
    Stop,
}

/// <summary>What the last actions look like.</summary>
/// <param name="Level">How sure it is that no progress is made.</param>
/// <param name="Rule">The guardrail that says so, such as <c>stuck_repeat_warn: 5</c>; empty where nothing repeats itself.</param>
/// <param name="Sentence">For people and models; empty where nothing repeats itself.</param>
public sealed record StuckVerdict(StuckLevel Level, string Rule, string Sentence)
{
    /// <summary>Nothing repeats itself.</summary>
    public static StuckVerdict None { get; } = new(StuckLevel.None, string.Empty, string.Empty);
}
