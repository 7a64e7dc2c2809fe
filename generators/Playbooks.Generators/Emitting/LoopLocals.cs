using System.Collections.Immutable;
using Playbooks.Generators.Pipeline;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>The C# variables of the loops around a statement.</summary>
internal sealed class LoopLocals
{
    // The parameter of the methods that run the steps.
    private const string Taken = "steps";

    private readonly ImmutableDictionary<string, (string Local, string Text, ValueType Type)> byName;

    private LoopLocals(ImmutableDictionary<string, (string Local, string Text, ValueType Type)> byName) => this.byName = byName;

    /// <summary>Where there is no loop.</summary>
    public static LoopLocals None { get; } = new(ImmutableDictionary.Create<string, (string, string, ValueType)>(StringComparer.Ordinal));

    /// <summary>The variables inside a loop.</summary>
    public LoopLocals With(ForEachStepModel loop, PlaybookScope scope)
    {
        var item = LocalOf(loop.ItemName);
        var index = LocalOf(loop.IndexName);
        var (text, type) = loop.List is not { } name ? loop.ItemType == ValueType.Int ? (IntText(item), ValueType.Int) : (item, ValueType.String)
            : scope.FindParameter(name) is { } list ? (TextExpression.TextOf(scope, list, item), list.ItemType)
            : scope.FindStored(name) is { } stored ? (TextExpression.TextOf(stored, item), stored.ItemType)
            : (item, ValueType.String);
        return new(byName
            .SetItem(loop.ItemName, (item, text, type))
            .SetItem(loop.IndexName, (index, IntText(index), ValueType.Int)));
    }

    /// <summary>The variable of an item or its place.</summary>
    public string Local(string name) => byName[name].Local;

    /// <summary>The expression of its text; null: no loop around has this name.</summary>
    public string? TextOf(string name) => byName.TryGetValue(name, out var known) ? known.Text : null;

    /// <summary>What it is; null: no loop around has this name.</summary>
    public ValueType? TypeOf(string name) => byName.TryGetValue(name, out var known) ? known.Type : null;

    private static string IntText(string local) => RuntimeNames.Bind + ".Int(" + local + ")";

    private static string LocalOf(string name)
    {
        var pascal = CSharpNames.Pascal(name);
        var local = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return local == Taken ? local + "Item" : Identifiers.VerbatimLocal(local);
    }
}
