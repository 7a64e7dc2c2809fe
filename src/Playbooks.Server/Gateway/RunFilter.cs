namespace Playbooks.Server.Gateway;

/// <summary>Selects runs. Null properties are ignored.</summary>
internal sealed record RunFilter
{
    /// <summary>The default number of runs.</summary>
    public const int UsualLimit = 100;

    public string? Playbook { get; init; }

    public RunState? Status { get; init; }

    /// <summary>Gets the outcome of the playbook.</summary>
    public Outcome? Result { get; init; }

    /// <summary>Gets the text that the run's id, its case, its error, or a parameter value must contain, ignoring case.</summary>
    public string? Text { get; init; }

    /// <summary>Only runs older than the run with this id, for the next page.</summary>
    public string? Before { get; init; }

    public int Limit { get; init; } = UsualLimit;
}

/// <summary>A page of runs.</summary>
/// <param name="Runs">The runs, newest first.</param>
/// <param name="Total">The number of matching runs on all pages.</param>
/// <param name="HasMore">Whether there are older runs.</param>
internal sealed record RunPage(IReadOnlyList<RunStatus> Runs, int Total, bool HasMore);
