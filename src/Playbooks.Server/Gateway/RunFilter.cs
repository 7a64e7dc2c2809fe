namespace Playbooks.Server.Gateway;

/// <summary>Which runs are wanted; what is null is not asked for.</summary>
internal sealed record RunFilter
{
    /// <summary>How many are given where nothing else is said.</summary>
    public const int UsualLimit = 100;

    public string? Playbook { get; init; }

    public RunState? Status { get; init; }

    /// <summary>How the playbook ended.</summary>
    public Outcome? Result { get; init; }

    /// <summary>A part of the run's id, its case, its error or a parameter's value, without regard to case.</summary>
    public string? Text { get; init; }

    /// <summary>Only runs older than the one of this id: the next page.</summary>
    public string? Before { get; init; }

    public int Limit { get; init; } = UsualLimit;
}

/// <summary>Some of the runs.</summary>
/// <param name="Runs">The newest first.</param>
/// <param name="Total">How many fit the filter, on all pages.</param>
/// <param name="HasMore">Whether there are older ones.</param>
internal sealed record RunPage(IReadOnlyList<RunStatus> Runs, int Total, bool HasMore);
