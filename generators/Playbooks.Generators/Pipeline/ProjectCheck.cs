using System.Collections.Immutable;
using Playbooks.Generators.Emitting;
using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>What the playbooks of a project do to each other.</summary>
/// <param name="Findings">Findings that no file has alone.</param>
/// <param name="Withheld">Types that are not generated, because another has their name.</param>
internal sealed record ProjectCheck(EquatableArray<ProjectFinding> Findings, EquatableArray<WithheldType> Withheld)
{
    /// <summary>What the others must know of a playbook.</summary>
    public static PlaybookSummary Summarize(PlacedPlaybook playbook, CancellationToken cancellationToken) =>
        new(playbook.Place.Path, playbook.Place.Namespace, playbook.File.Model.ClassName,
            playbook.Place.MakesTests && playbook.File.Model is { HasErrors: false, Cases.Count: > 0 } ? TestClassEmitter.ClassName(playbook.File.Model) : null);

    /// <summary>Looks at all of them together.</summary>
    public static ProjectCheck Of((ImmutableArray<PlaybookSummary> Playbooks, GeneratorOptions Options) project, CancellationToken cancellationToken) =>
        new(default, TypeClaims.Withheld(project.Playbooks, project.Options.RootNamespace));
}

/// <summary>A finding in one of several files.</summary>
internal sealed record ProjectFinding(string Path, Finding Finding);

/// <summary>A type of a playbook that is not generated.</summary>
internal sealed record WithheldType(string Path, string TypeName);

internal sealed record PlaybookSummary(string Path, string Namespace, string ClassName, string? TestClassName);
