namespace Playbooks.Language.Model;

/// <summary>A playbook's own test.</summary>
public sealed record CaseModel
{
    /// <summary>The test's display name.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the generated test method, unique in its class.</summary>
    public required string MethodName { get; init; }

    /// <summary>From the first character of the case's mapping, or of its row in a CSV file, to just after its last.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Whether the case is a row of <see cref="PlaybookModel.CaseFile"/>, and not in the playbook's own file.</summary>
    public bool IsRow { get; init; }

    /// <summary>The parameters' values.</summary>
    public EquatableArray<CaseValue> With { get; init; }

    /// <summary>The outputs that must be there, as canonical texts of their types.</summary>
    public EquatableArray<CaseValue> ExpectedOutputs { get; init; }

    /// <summary>A part of the user-facing error that the run must end with; null: it must succeed, unless <see cref="AtStep"/> is set.</summary>
    public string? ExpectedFailure { get; init; }

    /// <summary>Number of the step that must fail; null: any.</summary>
    public int? AtStep { get; init; }

    /// <summary>The outcomes that are accepted, where no failure is expected.</summary>
    public AcceptedOutcomes Accepts { get; init; }

    /// <summary>Why the test is skipped; null: it is not.</summary>
    public string? Skip { get; init; }
}

/// <summary>The outcomes of a run that a case accepts.</summary>
public enum AcceptedOutcomes
{
    /// <summary>Passed, and flaky.</summary>
    PassedOrFlaky,

    /// <summary>Only passed.</summary>
    Passed,

    /// <summary>Passed, flaky and recovered.</summary>
    Any,
}

/// <summary>A value that a case names.</summary>
/// <param name="Name">The parameter's or output's name in the YAML.</param>
/// <param name="Value">Its checked value.</param>
public sealed record CaseValue(string Name, ParameterValue Value)
{
    /// <summary>A secret's texts as the file writes them, without quotes, where they differ from <see cref="Value"/>; empty for all else.</summary>
    public EquatableArray<string> Written { get; init; }
}
