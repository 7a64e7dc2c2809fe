using System.Collections.Immutable;
using Playbooks.Language;
using Playbooks.Language.Model;
using Playbooks.Language.Project;

namespace Playbooks.Generators.Pipeline;

/// <summary>A playbook that was read alone, with what it needs of the other files that it names: an edit to anything else leaves it equal.</summary>
/// <param name="File">The playbook.</param>
/// <param name="Match">The file of cases that it names; null: none.</param>
/// <param name="Callees">The playbooks that it calls; null: none.</param>
internal sealed record MatchedPlaybook(PlaybookFile File, CaseFileMatch? Match, Callees? Callees)
{
    /// <summary>Finds the files that a playbook names.</summary>
    public static MatchedPlaybook Create(((PlaybookFile File, ImmutableArray<CaseFile?> CaseFiles) Playbook, KnownPlaybooks Known) pair, CancellationToken cancellationToken)
    {
        var file = pair.Playbook.File;
        return new(
            file,
            CaseFileMatch.Find(file, [.. pair.Playbook.CaseFiles.OfType<CaseFile>()]),
            file.Model.Calls.Any() ? pair.Known.For(file.Model) : null);
    }

    /// <summary>The playbook with what the other files say.</summary>
    public static PlaybookFile ReadWhole(MatchedPlaybook playbook, CancellationToken cancellationToken) =>
        PlaybookReader.ReadLinked(playbook.File, playbook.Callees, playbook.Match, cancellationToken);
}
