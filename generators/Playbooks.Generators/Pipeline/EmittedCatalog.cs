using System.Collections.Immutable;
using Playbooks.Generators.Emitting;
using Playbooks.Language.Model;
using Playbooks.Language.Project;

namespace Playbooks.Generators.Pipeline;

/// <summary>The code of the catalog.</summary>
/// <param name="Source">The file; null: the project has no playbooks.</param>
internal sealed record EmittedCatalog(EmittedSource? Source)
{
    /// <summary>Writes the catalog of these playbooks.</summary>
    public static EmittedCatalog Create(((ImmutableArray<CatalogEntry?> Entries, GeneratorOptions Options) Project, KnownPlaybooks Known) pair, CancellationToken cancellationToken)
    {
        var project = pair.Project;
        if (project.Entries.IsEmpty)
        {
            return new((EmittedSource?)null);
        }

        var typeNames = project.Entries
            .OfType<CatalogEntry>()
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)
            .ThenBy(entry => entry.TypeName, StringComparer.Ordinal)
            .Select(entry => entry.TypeName)
            .ToList();
        var byType = pair.Known.All.GroupBy(static playbook => playbook.TypeName, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.First(), StringComparer.Ordinal);
        var callable = typeNames.Select(name => byType.TryGetValue(name, out var playbook) ? playbook : null).OfType<CallablePlaybook>();
        return new(new EmittedSource(CatalogEmitter.ClassName + ".g.cs", CatalogEmitter.Emit(project.Options.RootNamespace, typeNames, callable)));
    }
}
