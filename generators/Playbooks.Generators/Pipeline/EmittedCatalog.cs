using System.Collections.Immutable;
using Playbooks.Generators.Emitting;

namespace Playbooks.Generators.Pipeline;

/// <summary>The code of the catalogue.</summary>
/// <param name="Source">The file; null: the project has no playbooks.</param>
internal sealed record EmittedCatalog(EmittedSource? Source)
{
    /// <summary>Writes the catalogue of these playbooks.</summary>
    public static EmittedCatalog Of((ImmutableArray<CatalogEntry?> Entries, GeneratorOptions Options) project, CancellationToken cancellationToken)
    {
        if (project.Entries.IsEmpty)
        {
            return new((EmittedSource?)null);
        }

        var typeNames = project.Entries
            .OfType<CatalogEntry>()
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)
            .ThenBy(entry => entry.TypeName, StringComparer.Ordinal)
            .Select(entry => entry.TypeName);
        return new(new EmittedSource(CatalogEmitter.ClassName + ".g.cs", CatalogEmitter.Emit(project.Options.RootNamespace, typeNames)));
    }
}
