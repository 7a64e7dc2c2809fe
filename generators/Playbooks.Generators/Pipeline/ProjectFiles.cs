using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>Reads files of a project one at a time, as an analyzer is asked for them, and not as a pipeline.</summary>
/// <param name="texts">All additional files of the compilation.</param>
internal sealed class ProjectFiles(ImmutableArray<AdditionalText> texts)
{
    /// <summary>A playbook with the cases of its file.</summary>
    public PlaybookFile Read(AdditionalText text, CancellationToken cancellationToken)
    {
        var alone = PlaybookText.Read(text, cancellationToken);
        if (alone.Model.CaseFile is null)
        {
            return alone;
        }

        var files = texts.Where(static other => CaseFile.IsCaseFile(other.Path)).Select(other => CaseFileText.Read(other, cancellationToken)).OfType<CaseFile>();
        return PlaybookReader.ReadCases(alone, CaseFileMatch.Find(alone, [.. files]), cancellationToken);
    }

    /// <summary>The findings in a file of cases, by all playbooks that name it.</summary>
    public IEnumerable<Finding> FindInCaseFile(string path, CancellationToken cancellationToken) => texts
        .Where(static text => PlaybookPath.IsPlaybook(text.Path))
        .Where(text => PlaybookText.Read(text, cancellationToken).Model.CaseFile is not null)
        .Select(text => Read(text, cancellationToken))
        .Where(playbook => playbook.Model.CaseFile?.Path == path)
        .SelectMany(static playbook => playbook.CaseFileFindings)
        .Distinct();
}
