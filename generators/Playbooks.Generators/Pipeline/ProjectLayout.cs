using System.Collections.Immutable;
using Playbooks.Language;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Generators.Pipeline;

/// <summary>The places of all playbooks of a project.</summary>
internal sealed class ProjectLayout : IEquatable<ProjectLayout>
{
    private readonly EquatableArray<PlaybookPlace> places;
    private readonly Dictionary<string, PlaybookPlace> byPath = new(StringComparer.Ordinal);

    private ProjectLayout(EquatableArray<PlaybookPlace> places)
    {
        this.places = places;
        foreach (var place in places)
        {
            byPath[place.Path] = place;
        }
    }

    /// <summary>Finds a place for each item.</summary>
    public static ProjectLayout Create((ImmutableArray<ProjectItem> Items, GeneratorOptions Options) project, CancellationToken cancellationToken)
    {
        var hints = new HintNames();
        return new(project.Items
            .Select(item => (item.Path, ProjectPath: item.ProjectPath(project.Options.ProjectFolder)))
            .OrderBy(item => item.ProjectPath, StringComparer.Ordinal)
            .Select(item => Place(item.Path, item.ProjectPath, hints, project.Options))
            .ToEquatableArray());
    }

    /// <summary>The place of a file of the project.</summary>
    public PlaybookPlace Find(string path) => byPath[path];

    /// <inheritdoc/>
    public bool Equals(ProjectLayout? other) => other is not null && places.Equals(other.places);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProjectLayout);

    /// <inheritdoc/>
    public override int GetHashCode() => places.GetHashCode();

    private static PlaybookPlace Place(string path, string projectPath, HintNames hints, GeneratorOptions options)
    {
        var folders = projectPath.Split('/');
        return new(
            path,
            CSharpNames.Namespace(options.RootNamespace, folders.Take(folders.Length - 1)),
            hints.Take(projectPath),
            options.ShownPaths.Apply(path, projectPath),
            options.Tests,
            options.ScansAccessibility);
    }
}
