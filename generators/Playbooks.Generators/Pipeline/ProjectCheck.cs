using System.Collections.Immutable;
using Playbooks.Generators.Reporting;
using Playbooks.Language;
using Playbooks.Language.Rules;

namespace Playbooks.Generators.Pipeline;

/// <summary>What the playbooks of a project do to each other.</summary>
/// <param name="Findings">Findings that no file has alone.</param>
/// <param name="Withheld">Types that are not generated, because another has their name.</param>
internal sealed record ProjectCheck(EquatableArray<FileFinding> Findings, EquatableArray<WithheldType> Withheld)
{
    /// <summary>What the others must know of a playbook.</summary>
    public static PlaybookSummary Summarize(PlacedPlaybook playbook, CancellationToken cancellationToken) =>
        PlaybookSummary.Of(playbook.File, playbook.Place.Namespace, playbook.Place.MakesTests);

    /// <summary>Looks at all of them together.</summary>
    public static ProjectCheck Of((ImmutableArray<PlaybookSummary> Playbooks, GeneratorOptions Options) project, CancellationToken cancellationToken)
    {
        if (project.Playbooks.IsEmpty)
        {
            return new(default, default);
        }

        try
        {
            return new(
                ProjectRules.Check(project.Playbooks, project.Options.RootNamespace),
                TypeClaims.Withheld(project.Playbooks, project.Options.RootNamespace));
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new(new([new FileFinding(project.Playbooks[0].Path, Unforeseen.Of(unforeseen))]), default);
        }
    }
}

/// <summary>A type of a playbook that is not generated.</summary>
internal sealed record WithheldType(string Path, string TypeName);
