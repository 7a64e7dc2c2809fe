using System.Collections.Immutable;
using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>A playbook that was read alone, with the one file of cases that it names: an edit to another one leaves it equal.</summary>
internal sealed record MatchedPlaybook(PlaybookFile File, CaseFileMatch? Match)
{
    /// <summary>Finds the file that a playbook names.</summary>
    public static MatchedPlaybook Of((PlaybookFile File, ImmutableArray<CaseFile?> CaseFiles) pair, CancellationToken cancellationToken) =>
        new(pair.File, CaseFileMatch.Find(pair.File, [.. pair.CaseFiles.OfType<CaseFile>()]));

    /// <summary>The playbook with the cases of its file.</summary>
    public static PlaybookFile ReadCases(MatchedPlaybook playbook, CancellationToken cancellationToken) =>
        PlaybookReader.ReadCases(playbook.File, playbook.Match, cancellationToken);
}
