using Playbooks.Language.Model;

namespace Playbooks.Language;

/// <summary>What reading one playbook file gave.</summary>
/// <param name="Path">The path it was read under, as given.</param>
/// <param name="Model">
/// The playbook, as far as it could be understood; never absent: with errors it still has all that can be typed, and a
/// file that cannot be read at all yields an empty playbook named after the file.
/// </param>
/// <param name="Findings">All findings of this file alone, in the order of their places, those that the file switches off left out.</param>
/// <param name="Suppressions">What the file switches off by comments, for findings that other steps add.</param>
public sealed record PlaybookFile(string Path, PlaybookModel Model, EquatableArray<Finding> Findings, Suppressions Suppressions)
{
    /// <summary>
    /// The findings in the file of cases, in the order of their places, those that the playbook switches off for its whole file left out.
    /// Their path is that of <see cref="PlaybookModel.CaseFile"/>.
    /// </summary>
    public EquatableArray<Finding> CaseFileFindings { get; init; }

    /// <summary>Where its <c>cases_from</c> leads, if its cases were read; null: nowhere, or they were not.</summary>
    public CaseFileMatch? CaseFileMatch { get; init; }

    /// <summary>The findings in the file of cases with its path.</summary>
    public EquatableArray<FileFinding> FindCaseFileFindings() =>
        Model.CaseFile is { } file ? CaseFileFindings.Select(finding => new FileFinding(file.Path, finding)).ToEquatableArray() : default;
}
