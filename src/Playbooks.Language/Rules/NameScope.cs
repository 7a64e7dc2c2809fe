using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;

namespace Playbooks.Language.Rules;

/// <summary>The names that texts of a playbook may use.</summary>
internal sealed class NameScope
{
    /// <summary>Names that every run has.</summary>
    public static readonly IReadOnlyCollection<string> BuiltIns = [PlaybookKeys.BaseUrl.Name, "run_id", .. FreshValue.Names];

    private readonly HashSet<string> all = new(BuiltIns, StringComparer.Ordinal);
    private readonly HashSet<string> parameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);
    private readonly HashSet<string> selectorTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StepDraft> storedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterModel> models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredDraft> stored = new(StringComparer.Ordinal);
    private readonly HashSet<string> items = new(StringComparer.Ordinal);
    private readonly HashSet<string> captured = new(StringComparer.Ordinal);
    private ILookup<string, string>? folds;

    /// <summary>Every name that a step may use.</summary>
    public IReadOnlyCollection<string> InSteps => all;

    /// <summary>The names that base_url and start_url may use.</summary>
    public IReadOnlyCollection<string> InUrls => parameters;

    /// <summary>Whether a declaration could not be read, so that an unknown name proves nothing.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The names that were used.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    public void Declare(ParameterModel parameter)
    {
        var (name, type) = (parameter.Name, parameter.Type);
        if (!parameters.Add(name))
        {
            return;
        }

        models.Add(name, parameter);

        all.Add(name);
        if (parameter.Secret)
        {
            secrets.Add(name);
        }

        if (type == Model.ValueType.SelectorText)
        {
            selectorTexts.Add(name);
        }
    }

    /// <summary>Declares the name of a value that is read from the session before the first step: a secret.</summary>
    public void DeclareCaptured(string name)
    {
        all.Add(name);
        captured.Add(name);
        secrets.Add(name);
    }

    /// <summary>Declares the name of a loop's item, which only the steps inside the loop know.</summary>
    public void DeclareItem(string name)
    {
        items.Add(name);
        items.Add(LoopIndex.NameOf(name));
    }

    /// <summary>The value that is stored under a name; null: none is.</summary>
    public StoredDraft? Stored(string name) => stored.TryGetValue(name, out var value) ? value : null;

    public void Store(string name, StepDraft step, StoredDraft value)
    {
        all.Add(name);
        if (!storedBy.ContainsKey(name))
        {
            storedBy.Add(name, step);
            stored.Add(name, value);
        }
    }

    /// <summary>The names that are equal once case and signs are set aside; to be asked when all are declared.</summary>
    public IEnumerable<string> NamesLike(string folded) => (folds ??= all.ToLookup(TextBinder.Fold, StringComparer.Ordinal))[folded];

    public bool IsParameter(string name) => parameters.Contains(name);

    /// <summary>Whether a value that is read from the session has this name.</summary>
    public bool IsCaptured(string name) => captured.Contains(name);

    /// <summary>Whether a loop's item, or its place, has this name.</summary>
    public bool IsItem(string name) => items.Contains(name);

    /// <summary>What is wrong with a built-in date or fresh value; null: nothing, or it is another name.</summary>
    /// <param name="placeholder">The content of the braces, such as <c>today+3d</c>.</param>
    public string? FreshProblem(string placeholder)
    {
        if (!FreshValue.IsOne(placeholder))
        {
            return null;
        }

        // What the playbook itself names so takes precedence.
        var name = FreshValue.NameIn(placeholder);
        if (parameters.Contains(name) || storedBy.ContainsKey(name) || items.Contains(name))
        {
            return name == placeholder ? null : $"'{name}' is a value of this playbook, not the built-in, so it takes neither an offset nor a format. Rename the value to use the built-in.";
        }

        _ = FreshValue.Parse(placeholder, out var problem);
        return problem;
    }

    /// <summary>Whether a stored value has a default, so that it can be used where it may not be stored.</summary>
    public bool HasDefault(string name) => stored.TryGetValue(name, out var value) && value.HasDefault;

    /// <summary>What the items of a list are; null: neither a parameter nor a stored value of this name is a list.</summary>
    public Model.ValueType? ItemTypeOf(string name) =>
        Parameter(name) is { } parameter ? parameter.Type == Model.ValueType.List ? parameter.ItemType : null
        : Stored(name) is { Type: Model.ValueType.List } list ? list.ItemType
        : null;

    /// <summary>The parameter of this name; null: there is none.</summary>
    public ParameterModel? Parameter(string name) => models.TryGetValue(name, out var parameter) ? parameter : null;

    public bool IsStored(string name) => storedBy.ContainsKey(name);

    public bool IsSecret(string name) => secrets.Contains(name);

    public bool IsSelectorText(string name) => selectorTexts.Contains(name);

    /// <summary>The step that stores a value; null: it is not stored, or a parameter has its name.</summary>
    public StepDraft? StoredBy(string name) => !parameters.Contains(name) && !captured.Contains(name) && !BuiltIns.Contains(name) && storedBy.TryGetValue(name, out var step) ? step : null;
}
