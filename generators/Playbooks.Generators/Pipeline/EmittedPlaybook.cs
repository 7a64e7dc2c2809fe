using Playbooks.Generators.Emitting;
using Playbooks.Generators.Reporting;
using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>What a playbook gives to the compiler.</summary>
/// <param name="File">The playbook, with its findings.</param>
/// <param name="Sources">Its code.</param>
/// <param name="CatalogEntry">How the catalog names it; null: it has no class.</param>
/// <param name="Failure">What went wrong in the tool; null: nothing.</param>
internal sealed record EmittedPlaybook(PlaybookFile File, EquatableArray<EmittedSource> Sources, CatalogEntry? CatalogEntry, Finding? Failure)
{
    /// <summary>Whether its project references the package that checks accessibility.</summary>
    public bool ScansAccessibility { get; private init; }

    /// <summary>Writes a playbook's code, but for types whose name another has.</summary>
    public static EmittedPlaybook Create((PlacedPlaybook Playbook, EquatableArray<WithheldType> Withheld) pair, CancellationToken cancellationToken)
    {
        var (file, place) = pair.Playbook;
        try
        {
            var model = file.Model;
            if (pair.Withheld.Contains(new(place.Path, model.ClassName)))
            {
                return new(file, default, null, null) { ScansAccessibility = place.ScansAccessibility };
            }

            var scope = new PlaybookScope(model, place);
            var sources = new List<EmittedSource> { new(place.HintName + ".g.cs", PlaybookEmitter.Emit(scope)) };
            cancellationToken.ThrowIfCancellationRequested();
            if (place.MakesTests && model is { HasErrors: false, Cases.Count: > 0 } && !pair.Withheld.Contains(new(place.Path, TestClassEmitter.ClassName(model))))
            {
                sources.Add(new(place.HintName + ".tests.g.cs", TestClassEmitter.Emit(scope)));
            }

            return new(file, sources.ToEquatableArray(), new(model.Id, scope.TypeName), null) { ScansAccessibility = place.ScansAccessibility };
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new(file, default, null, Unforeseen.Create(unforeseen)) { ScansAccessibility = place.ScansAccessibility };
        }
    }
}

/// <summary>A generated file.</summary>
internal sealed record EmittedSource(string HintName, string Text);

/// <summary>How the catalog names a playbook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TypeName">Its class, written so that nothing can hide it.</param>
internal sealed record CatalogEntry(string Id, string TypeName);
