namespace Playbooks;

/// <summary>
/// What is expected of a run. It is judged inside the run, before anything is written: a run that does not meet it has failed,
/// and the result, every report and the last passed run say the same.
/// </summary>
public sealed record RunExpectation
{
    /// <summary>The outcomes that are accepted, where no failure is expected; default: <see cref="Outcome.Passed"/> and <see cref="Outcome.Flaky"/>.</summary>
    public Outcome Accept { get; init; } = Outcome.Passed | Outcome.Flaky;

    /// <summary>The failure that the run must end with; null (the default): it must not fail. The run's outcome is <see cref="Outcome.Failed"/> all the same; see <see cref="PlaybookResult.FailedAsExpected"/>.</summary>
    public ExpectedFailure? Failure { get; init; }

    /// <summary>The outputs that the run must have stored; default: none.</summary>
    public IReadOnlyList<ExpectedOutput> Outputs { get; init; } = [];

    /// <summary>Where the expectation stands in the playbook's file, for the excerpt in reports; null: nowhere.</summary>
    public SourceLocation? Location { get; init; }
}

/// <summary>An output that a run must have stored.</summary>
/// <param name="Name">Its name in the YAML.</param>
/// <param name="Value">Its value: a string, <see cref="int"/>, <see cref="decimal"/>, <see cref="bool"/> or <see cref="DateOnly"/>, as the output is typed.</param>
public sealed record ExpectedOutput(string Name, object Value);
