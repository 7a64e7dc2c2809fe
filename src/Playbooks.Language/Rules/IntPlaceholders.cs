using Playbooks.Language.Grammar;
using Playbooks.Language.Rules.Steps;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Rules;

/// <summary>Decides whether the placeholder of a name can be written where a whole number is due.</summary>
internal static class IntPlaceholders
{
    /// <summary>The sentence that says why it cannot, and what to write; null: it can.</summary>
    /// <param name="name">The name.</param>
    /// <param name="key">The key whose value is due.</param>
    /// <param name="scope">The names of the playbook.</param>
    /// <param name="place">The step; null: there is none.</param>
    public static string? WhyUnfit(string name, string key, NameScope scope, TextPlace? place)
    {
        if (scope.Parameter(name) is { } parameter)
        {
            return parameter.Type != ValueType.Int ? $"{Begin(name, parameter.Type, key)} Declare the parameter with type: int."
                : parameter is { Required: false, Default: null } ? $"'{name}' may be unset, and then '{key}' has no number. Give the parameter a default."
                : null;
        }

        var type = place?.ItemType(name) ?? scope.Stored(name)?.Type ?? ValueType.String;
        return type == ValueType.Int ? null
            : scope.IsStored(name) ? $"{Begin(name, type, key)} Store an int, for example with as: int in the step that stores it."
            : scope.IsItem(name) ? $"{Begin(name, type, key)} Use a list of ints, such as a parameter of type list with items: int."
            : $"{Begin(name, type, key)} Use a parameter of type int.";
    }

    private static string Begin(string name, ValueType type, string key) =>
        $"'{key}' must be a whole number (int), but '{name}' is of type {WordsOf<ValueType>.Word(type)}.";
}
