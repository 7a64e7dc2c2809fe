using Playbooks.Language.Grammar;

namespace Playbooks.Language.Rules;

/// <summary>The names that texts of a playbook may use.</summary>
internal sealed class NameScope
{
    /// <summary>Names that every run has.</summary>
    public static readonly IReadOnlyCollection<string> BuiltIns = [PlaybookKeys.BaseUrl.Name, "run_id"];

    private readonly HashSet<string> all = new(BuiltIns, StringComparer.Ordinal);
    private readonly HashSet<string> parameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);
    private readonly HashSet<string> selectorTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> storedAt = new(StringComparer.Ordinal);
    private ILookup<string, string>? folds;

    /// <summary>Every name that a step may use.</summary>
    public IReadOnlyCollection<string> InSteps => all;

    /// <summary>The names that base_url and start_url may use.</summary>
    public IReadOnlyCollection<string> InUrls => parameters;

    /// <summary>Whether a declaration could not be read, so that an unknown name proves nothing.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The names that were used.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    public void Declare(string name, Model.ValueType type, bool secret)
    {
        if (!parameters.Add(name))
        {
            return;
        }

        all.Add(name);
        if (secret)
        {
            secrets.Add(name);
        }

        if (type == Model.ValueType.SelectorText)
        {
            selectorTexts.Add(name);
        }
    }

    public void Store(string name, int step)
    {
        all.Add(name);
        if (!storedAt.ContainsKey(name))
        {
            storedAt.Add(name, step);
        }
    }

    /// <summary>The names that are equal once case and signs are set aside; to be asked when all are declared.</summary>
    public IEnumerable<string> NamesLike(string folded) => (folds ??= all.ToLookup(TextBinder.Fold, StringComparer.Ordinal))[folded];

    public bool IsParameter(string name) => parameters.Contains(name);

    public bool IsStored(string name) => storedAt.ContainsKey(name);

    public bool IsSecret(string name) => secrets.Contains(name);

    public bool IsSelectorText(string name) => selectorTexts.Contains(name);

    /// <summary>Number of the step that stores a value; null: it is not stored, or a parameter has its name.</summary>
    public int? StoredAt(string name) => !parameters.Contains(name) && !BuiltIns.Contains(name) && storedAt.TryGetValue(name, out var step) ? step : null;
}
