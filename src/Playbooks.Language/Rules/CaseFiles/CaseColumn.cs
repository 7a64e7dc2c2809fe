namespace Playbooks.Language.Rules.CaseFiles;

/// <summary>A column of a file of cases.</summary>
/// <param name="Kind">What its cells are.</param>
/// <param name="Name">The parameter or output whose values they are; else the column's own name.</param>
/// <param name="Parameter">The parameter whose values they are; null: it is another column.</param>
internal sealed record CaseColumn(CaseColumnKind Kind, string Name, ParameterDraft? Parameter = null)
{
    /// <summary>Whether its cells are lists, whose items are separated by semicolons.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the column's name is a finding, so that its cells are not judged.</summary>
    public bool IsGuess { get; init; }

    /// <summary>A column of which nothing is known.</summary>
    public static CaseColumn Unknown { get; } = new(CaseColumnKind.Unknown, string.Empty);
}

/// <summary>What the cells of a column are.</summary>
internal enum CaseColumnKind
{
    /// <summary>Nothing that is read.</summary>
    Unknown,

    /// <summary>The names of the cases.</summary>
    Name,

    /// <summary>The values of a parameter.</summary>
    Parameter,

    /// <summary>The expected values of an output.</summary>
    Output,

    /// <summary>The expected failures.</summary>
    Failure,

    /// <summary>The reasons why cases are skipped.</summary>
    Skip,
}
