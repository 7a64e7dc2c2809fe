using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Declares the names of the values that steps store, and of the items of loops: PB0106, PB0206, and what is wrong with a default.</summary>
/// <param name="scope">The names that texts may use.</param>
/// <param name="all">The steps that are declared so far.</param>
internal sealed class ValueNames(NameScope scope, IReadOnlyList<StepDraft> all)
{
    private readonly Dictionary<string, string> outputs = new(StringComparer.Ordinal);

    /// <summary>Declares the name under which a step stores its output.</summary>
    public void DeclareStored(StepDraft draft)
    {
        var (hasDefault, text) = ReadDefault(draft);
        if (draft.Fields[StepKeys.StoreAs] is not { } slot)
        {
            scope.IsOpen |= draft.IsInParams(StepKeys.StoreAs);
            return;
        }

        if (!slot.Muted && draft.Action is { Output: OutputKind.None } action)
        {
            slot.Report(Rule.NothingToStore, slot.KeySpan, $"The action {action.Name} has no output to store.");
        }

        DeclareStored(draft, slot, name => new(name, draft.Output) { ItemType = draft.OutputItem, Shape = draft.Shape, HasDefault = hasDefault, Default = text });
    }

    /// <summary>Declares the name of a value that a step stores.</summary>
    /// <param name="draft">The step.</param>
    /// <param name="slot">The name.</param>
    /// <param name="create">Creates the value of this name.</param>
    public void DeclareStored(StepDraft draft, Slot slot, Func<string, StoredDraft> create)
    {
        if (slot.Text() is not { } scalar)
        {
            scope.IsOpen = true;
            return;
        }

        Identifiers.Check(slot, scalar, "The name in store_as");
        var stored = create(scalar.Value);
        var isStoredHere = draft.Stores.Exists(one => one.Name == scalar.Value);
        draft.Stores.Add(stored);
        var property = CSharpNames.PropertyName(scalar.Value);
        if (!isStoredHere && IsOfOtherBranch(scalar.Value, draft) && scope.Stored(scalar.Value) is { } first)
        {
            StoreAgain(slot, stored, first);
            return;
        }

        var other = outputs.TryGetValue(property, out var name) ? name : null;
        var taken = scope.IsParameter(scalar.Value) ? $"'{scalar.Value}' is already the name of a parameter."
            : NameScope.BuiltIns.Contains(scalar.Value) ? $"'{scalar.Value}' is the name of a built-in."
            : scope.IsItem(scalar.Value) ? $"'{scalar.Value}' is already the name of the item of a for_each."
            : scope.IsCaptured(scalar.Value) ? $"'capture' already stores '{scalar.Value}'."
            : isStoredHere ? $"This step already stores '{scalar.Value}'."
            : scope.IsStored(scalar.Value) ? $"An earlier step already stores '{scalar.Value}'."
            : other is not null ? $"'{scalar.Value}' and '{other}' would both be called {property} in C#."
            : null;
        if (taken is not null)
        {
            slot.Report(Rule.StoredNameTaken, taken);
        }
        else if (!slot.Muted)
        {
            outputs.Add(property, scalar.Value);
            stored.IsTyped = true;
        }

        scope.Store(scalar.Value, draft, stored);
    }

    /// <summary>Keeps the C# name of a value that is stored before the first step from the steps.</summary>
    public void Reserve(string propertyName, string name) => outputs.Add(propertyName, name);

    /// <summary>Declares the name of a loop's item for the steps inside the loop.</summary>
    /// <param name="draft">The loop.</param>
    /// <param name="slot">The name.</param>
    /// <param name="type">What the items are.</param>
    public void DeclareItem(StepDraft draft, Slot slot, Model.ValueType type)
    {
        if (slot.Text() is not { } scalar)
        {
            scope.IsOpen = true;
            return;
        }

        Identifiers.Check(slot, scalar, "The item's name");
        foreach (var name in new[] { scalar.Value, LoopIndex.NameOf(scalar.Value) })
        {
            var taken = scope.IsParameter(name) ? "a parameter"
                : NameScope.BuiltIns.Contains(name) ? "a built-in"
                : scope.IsStored(name) || scope.IsCaptured(name) ? "a stored value"
                : draft.ItemsAround().SelectMany(static item => new[] { item.Name, item.IndexName }).Any(around => CSharpNames.Pascal(around) == CSharpNames.Pascal(name)) ? "the item of a for_each around this one, whose C# name is the same"
                : null;
            if (taken is not null)
            {
                slot.Report(Rule.StoredNameTaken, $"'{name}' is already the name of {taken}.");
                break;
            }
        }

        scope.DeclareItem(scalar.Value);
        draft.Item = new(scalar.Value, type);
    }

    /// <summary>What the items of a list are; null: neither a parameter nor a stored value of this name is a list.</summary>
    public Model.ValueType? ItemTypeOf(string name) => scope.ItemTypeOf(name);

    private bool IsOfOtherBranch(string name, StepDraft draft) =>
        scope.StoredBy(name) is not null && all.Where(step => step != draft && step.Stores.Exists(stored => stored.Name == name)).All(draft.IsAlternativeTo);

    /// <summary>Stores a value that the other branch stores, too: after both it is there on every path.</summary>
    private static void StoreAgain(Slot slot, StoredDraft stored, StoredDraft first)
    {
        (stored.IsTyped, stored.IsRepeated) = (first.IsTyped, true);
        if (!stored.IsLike(first))
        {
            slot.Report(Rule.StoredNameTaken, $"The other branch stores '{stored.Name}' with a different type or a different default. Make them the same, or choose another name.");
        }
    }

    private static (bool HasDefault, string? Text) ReadDefault(StepDraft draft)
    {
        if (draft.Fields[StepKeys.Default] is not { } slot)
        {
            return (false, null);
        }

        if (!draft.Fields.Has(StepKeys.StoreAs) && !draft.IsInParams(StepKeys.StoreAs))
        {
            slot.Report(Rule.NotApplicable, slot.KeySpan, $"'{slot.Name}' can only be used with '{StepKeys.StoreAs}'.");
            slot.Ignore();
        }
        else if (draft.Output == Model.ValueType.Record)
        {
            slot.Report(Rule.NotApplicable, slot.KeySpan, $"'{slot.Name}' cannot be used with '{ParamKeys.Shape}', because a record has no default. Use the record only where its step is certain to have run.");
            slot.Ignore();
        }
        else if (draft.Output == Model.ValueType.List)
        {
            slot.Report(Rule.NotApplicable, slot.KeySpan, $"'{slot.Name}' cannot be used with '{ParamKeys.AllElements}: true', because a list has no default. Use the list only where its step is certain to have run.");
            slot.Ignore();
        }
        else if (draft.Output is { } type)
        {
            return (true, ParameterDraft.TypedText(slot, type, Rule.InvalidDefault, "The default"));
        }
        else
        {
            slot.Ignore();
        }

        return (true, null);
    }
}
