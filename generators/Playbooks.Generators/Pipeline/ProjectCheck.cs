using System.Collections.Immutable;
using Playbooks.Generators.Reporting;
using Playbooks.Language;
using Playbooks.Language.Model;
using Playbooks.Language.Project;

namespace Playbooks.Generators.Pipeline;

/// <summary>What the playbooks of a project do to each other.</summary>
/// <param name="Findings">Findings that no file has alone.</param>
/// <param name="Withheld">Types that are not generated, because another has their name.</param>
internal sealed record ProjectCheck(EquatableArray<FileFinding> Findings, EquatableArray<WithheldType> Withheld)
{
    /// <summary>What a playbook is to its callers.</summary>
    public static PlaybookSignature Sign(PlaybookFile playbook, CancellationToken cancellationToken) => PlaybookSignature.From(playbook.Model);

    /// <summary>A playbook as others can call it.</summary>
    public static CallablePlaybook Offer((PlaybookFile File, ProjectLayout Layout) pair, CancellationToken cancellationToken) =>
        new(PlaybookSignature.From(pair.File.Model), pair.Layout.Find(pair.File.Path).Qualify(pair.File.Model.ClassName));

    /// <summary>The playbooks that can be called: those of the project first, so that a referenced one never takes the place of its own.</summary>
    public static KnownPlaybooks Know((ImmutableArray<CallablePlaybook> Own, EquatableArray<CallablePlaybook> Referenced) playbooks, CancellationToken cancellationToken) =>
        KnownPlaybooks.Create(playbooks.Own.Concat(playbooks.Referenced));

    /// <summary>The location of a playbook.</summary>
    public static PlaybookSummary Summarize(PlacedPlaybook playbook, CancellationToken cancellationToken) =>
        PlaybookSummary.From(playbook.File, playbook.Place.Namespace, playbook.Place.MakesTests);

    /// <summary>Brings signatures and summaries together, which come in the same order.</summary>
    public static EquatableArray<ProjectPlaybook> Pair((ImmutableArray<PlaybookSignature> Signatures, ImmutableArray<PlaybookSummary> Summaries) playbooks, CancellationToken cancellationToken) =>
        playbooks.Signatures.Zip(playbooks.Summaries, (signature, summary) => new ProjectPlaybook(signature, summary)).ToEquatableArray();

    /// <summary>Looks at all of them together.</summary>
    public static ProjectCheck Create((EquatableArray<ProjectPlaybook> Playbooks, GeneratorOptions Options) project, CancellationToken cancellationToken)
    {
        if (project.Playbooks.Count == 0)
        {
            return new(default, default);
        }

        try
        {
            return new(
                PlaybookProject.CheckTogether(project.Playbooks, project.Options.RootNamespace),
                TypeClaims.Withheld(project.Playbooks, project.Options.RootNamespace));
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new(new([new FileFinding(project.Playbooks[0].Path, Unforeseen.Create(unforeseen))]), default);
        }
    }
}

/// <summary>A type of a playbook that is not generated.</summary>
internal sealed record WithheldType(string Path, string TypeName);
