namespace Playbooks;

/// <summary>
/// Describes the expected result of a run. It is evaluated as part of the run, before its result is written. A run that does not meet it
/// has failed, in the result, in every report, and for the comparison with the last passed run.
/// </summary>
public sealed record RunExpectation
{
    /// <summary>Gets the accepted outcomes if no failure is expected. The default is <see cref="Outcome.Passed"/> and <see cref="Outcome.Flaky"/>.</summary>
    public Outcome Accept { get; init; } = Outcome.Passed | Outcome.Flaky;

    /// <summary>Gets the failure that the run must end with, or null (the default) if the run must not fail. The outcome of the run is still <see cref="Outcome.Failed"/>; see <see cref="PlaybookResult.FailedAsExpected"/>.</summary>
    public ExpectedFailure? Failure { get; init; }

    /// <summary>Gets the outputs that the run must have stored. The default is none.</summary>
    public IReadOnlyList<ExpectedOutput> Outputs { get; init; } = [];

    /// <summary>Gets the location of the expectation in <see cref="Source"/>, for the excerpt in reports, or null.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Gets the file that contains the expectation, or null (the default) if that is the playbook's file.</summary>
    public PlaybookSource? Source { get; init; }
}

/// <summary>Describes an output that a run must have stored.</summary>
/// <param name="Name">The name of the output in the YAML.</param>
/// <param name="Value">The expected value: a string, <see cref="int"/>, <see cref="decimal"/>, <see cref="bool"/>, or <see cref="DateOnly"/>, a list of one of them, or a generated record, according to the type of the output.</param>
public sealed record ExpectedOutput(string Name, object Value);
