using Playbooks.Language.Model;

namespace Playbooks.Language.Rules.CaseFiles;

/// <summary>What <c>cases_from</c> gave.</summary>
/// <param name="File">The file that it names; null: none, or none that can be looked for.</param>
/// <param name="Cases">The cases in the file; those with findings are left out.</param>
/// <param name="Findings">The findings in the file.</param>
internal sealed record CaseFileReading(CaseFileModel? File, IReadOnlyList<CaseModel> Cases, IReadOnlyList<Finding> Findings)
{
    /// <summary>There is no file.</summary>
    public static CaseFileReading None { get; } = new(null, [], []);
}
