using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Rules.Steps;

/// <summary>What is needed to bind the texts of a step.</summary>
/// <param name="Reading">The file.</param>
/// <param name="Scope">The names of the playbook.</param>
/// <param name="Injections">What parameters put into the steps.</param>
/// <param name="Step">The step.</param>
/// <param name="Stored">Which values are stored where.</param>
internal sealed record StepTexts(Reading Reading, NameScope Scope, Injections Injections, StepDraft Step, FlowFacts<StepDraft> Stored)
{
    private TextBinder? binder;

    /// <summary>The step as the place of its texts.</summary>
    public TextPlace Place { get; } = new(Step, Stored);

    /// <summary>Binds the step's texts.</summary>
    public TextBinder Binder => binder ??= new(Reading, Scope, Injections, Place);

    /// <summary>The same for another step.</summary>
    public StepTexts For(StepDraft step) => new(Reading, Scope, Injections, step, Stored);
}

/// <summary>A step as the place of a text: a value can be used there if it is stored on every path before.</summary>
internal sealed record TextPlace(StepDraft Step, FlowFacts<StepDraft> Stored)
{
    private readonly LoopItem[] items = [.. Step.ItemsAround()];
    private HashSet<string>? names;

    /// <summary>The step's running number.</summary>
    public int Number => Step.Number;

    /// <summary>The names that texts may use here.</summary>
    public IReadOnlyCollection<string> NamesIn(NameScope scope) => items.Length == 0
        ? scope.InSteps
        : names ??= new(scope.InSteps.Concat(items.SelectMany(static item => new[] { item.Name, item.IndexName })), StringComparer.Ordinal);

    /// <summary>What an item or its place is; null: no item around has this name.</summary>
    public Model.ValueType? ItemType(string name) =>
        Array.Find(items, item => item.Name == name)?.Type ?? (Array.Exists(items, item => item.IndexName == name) ? Model.ValueType.Int : null);

    /// <summary>Whether a name is an item whose texts are escaped as parts of selectors.</summary>
    public bool IsSelectorText(string name) => Array.Exists(items, item => item.Name == name && item.Type == Model.ValueType.SelectorText);

    /// <summary>Whether a value is stored whenever a run comes here.</summary>
    public bool IsStored(string name) => Stored.IsCertain(Step, name);

    /// <summary>The sentence about a value that is not stored on every path that leads here.</summary>
    /// <param name="name">The value.</param>
    /// <param name="by">The step that stores it, which stands before this one.</param>
    public string WhyNotStored(string name, StepDraft by)
    {
        var here = Step.SelfAndAround().ToList();
        string? why = null;
        for (var inside = by; inside.Parent is { } around; inside = around)
        {
            var isShared = here.Contains(around);
            why = around.Kind.WhySkipped(around, inside, isShared) ?? why;
            if (isShared)
            {
                break;
            }
        }

        if (why is null && by.Call is { } call && by.Stores.Find(stored => stored.Name == name) is { IsCertain: false, From: { } output })
        {
            return $"'{call.Id}' stores '{output.Output}' only on some paths, so '{name}' may be missing here. Add a default next to its store_as in '{call.Id}'.";
        }

        why ??= $"by step {by.Number}, which does not always run before this step";
        return $"'{name}' is stored {why}. Use it only where it is certain to have been stored, or add a default next to store_as.";
    }
}
