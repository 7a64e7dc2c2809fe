using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Playbooks.Language;
using Playbooks.Language.Model;
using Playbooks.Language.Project;

namespace Playbooks.Generators.Pipeline;

/// <summary>Reads files of a project one at a time, as an analyzer is asked for them, and not as a pipeline. What they know of each other is read once.</summary>
/// <param name="texts">All additional files of the compilation.</param>
/// <param name="references">The references of the compilation.</param>
internal sealed class ProjectFiles(ImmutableArray<AdditionalText> texts, IEnumerable<MetadataReference> references)
{
    // Two files that are read at the same time may both read it, which does no harm.
    private KnownPlaybooks? known;

    /// <summary>A playbook with what the other files say that it names.</summary>
    public PlaybookFile Read(AdditionalText text, CancellationToken cancellationToken)
    {
        var alone = PlaybookText.Read(text, cancellationToken);
        var callees = alone.Model.Calls.Any() ? Known(cancellationToken).For(alone.Model) : null;
        if (alone.Model.CaseFile is null)
        {
            return PlaybookReader.ReadLinked(alone, callees, match: null, cancellationToken);
        }

        var files = texts.Where(static other => CaseFile.IsCaseFile(other.Path)).Select(other => CaseFileText.Read(other, cancellationToken)).OfType<CaseFile>();
        return PlaybookReader.ReadLinked(alone, callees, CaseFileMatch.Find(alone, [.. files]), cancellationToken);
    }

    private KnownPlaybooks Known(CancellationToken cancellationToken) => known ??= KnownPlaybooks.Create(texts
        .Where(static text => PlaybookPath.IsPlaybook(text.Path))
        .Select(text => new CallablePlaybook(PlaybookSignature.From(PlaybookText.Read(text, cancellationToken).Model), string.Empty))
        .Concat(ReferencedPlaybooks.ReadAll(references, cancellationToken)));

    /// <summary>The findings in a file of cases, by all playbooks that name it.</summary>
    public IEnumerable<Finding> FindInCaseFile(string path, CancellationToken cancellationToken) => texts
        .Where(static text => PlaybookPath.IsPlaybook(text.Path))
        .Where(text => PlaybookText.Read(text, cancellationToken).Model.CaseFile is not null)
        .Select(text => Read(text, cancellationToken))
        .Where(playbook => playbook.Model.CaseFile?.Path == path)
        .SelectMany(static playbook => playbook.CaseFileFindings)
        .Distinct();
}
