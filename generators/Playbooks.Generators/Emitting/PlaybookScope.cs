using Playbooks.Generators.Pipeline;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>A playbook with the place that it is compiled to: what its emitters look names up in.</summary>
internal sealed class PlaybookScope
{
    private readonly Dictionary<string, ParameterModel> parameters;
    private readonly Dictionary<string, StoredValueModel> storedValues;
    private readonly HashSet<string> hiding;

    private readonly bool isOutside;

    public PlaybookScope(PlaybookModel model, PlaybookPlace place, bool isOutside = false)
    {
        this.isOutside = isOutside;
        Model = model;
        Place = place;
        TypeName = place.Qualify(model.ClassName);
        parameters = model.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        storedValues = model.StoredValues.ToDictionary(stored => stored.Name, StringComparer.Ordinal);
        Steps = model.AllSteps().ToList();
        hiding = new(
            Steps.Select(step => step.ClassName)
                .Concat(model.Parameters.Select(parameter => parameter.PropertyName))
                .Concat(model.Cases.Select(test => test.MethodName)),
            StringComparer.Ordinal);
    }

    /// <summary>The playbook.</summary>
    public PlaybookModel Model { get; }

    /// <summary>Where it stands in the project.</summary>
    public PlaybookPlace Place { get; }

    /// <summary>Its class, written so that nothing can hide it.</summary>
    public string TypeName { get; }

    /// <summary>Its class, as its own namespace knows it.</summary>
    public string ShortTypeName => hiding.Contains(Model.ClassName) ? TypeName : Model.ClassName;

    /// <summary>All of its steps, in the order of the text.</summary>
    public IReadOnlyList<StepModel> Steps { get; }

    /// <summary>The loops around a step.</summary>
    public IEnumerable<ForEachStepModel> LoopsAround(StepModel step) =>
        Steps.OfType<ForEachStepModel>().Where(loop => loop.Steps.SelectMany(inside => inside.SelfAndDescendants()).Any(inside => ReferenceEquals(inside, step)));

    /// <summary>The expression of a body that cannot be: the playbook has errors.</summary>
    public string Broken => "throw new " + RuntimeNames.PlaybookException + "(" + RuntimeNames.SetupFailed + ", " +
        Literal.From(Place.FileName + " has errors; see the build's output.") + ")";

    /// <summary>A member of the class, as short as can be: with all of its name only where another name would hide it.</summary>
    public string Own(string member) =>
        isOutside ? ShortTypeName + "." + member
        : hiding.Contains(member) ? TypeName + "." + member
        : member;

    /// <summary>The same playbook for code that stands beside its class, not in it.</summary>
    public PlaybookScope FromOutside() => new(Model, Place, isOutside: true);

    /// <summary>The parameter of this name; null: there is none.</summary>
    public ParameterModel? FindParameter(string name) => parameters.TryGetValue(name, out var parameter) ? parameter : null;

    /// <summary>The stored value of this name; null: there is none.</summary>
    public StoredValueModel? FindStored(string name) => storedValues.TryGetValue(name, out var stored) ? stored : null;
}
