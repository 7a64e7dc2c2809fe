using System.Globalization;
using Playbooks.Language.Grammar;

namespace Playbooks.Language.Tests.Grammar;

/// <summary>The tables of the documentation that are made from the grammar.</summary>
internal static class KeyInventory
{
    private const string Between = ", ";

    /// <summary>The mappings of the language, the one of a file first.</summary>
    public static IReadOnlyList<MappingDefinition> Mappings { get; } = [.. StepMappings.All.Prepend(PlaybookKeys.Mapping).Append(ConditionKeys.Mapping).SelectMany(Reachable).Distinct()];

    /// <summary>The blocks of the documentation, by the name in their marker.</summary>
    public static IReadOnlyDictionary<string, string> Blocks { get; } = Mappings
        .Select(mapping => (Name: "keys of " + mapping.Name, Table: Keys(mapping)))
        .Append(("actions", Actions()))
        .Append(("params", Params()))
        .ToDictionary(block => block.Item1, block => block.Item2, StringComparer.Ordinal);

    private static IEnumerable<MappingDefinition> Reachable(MappingDefinition mapping) =>
        mapping.Keys.Select(key => key.Mapping).OfType<MappingDefinition>().SelectMany(Reachable).Prepend(mapping);

    private static string Keys(MappingDefinition mapping) =>
        Table("| key | value | default | description | example |", mapping.Keys.Select(key => Row(key)));

    private static string Actions() => Table(
        "| action | selector | params | output | description |",
        ActionTable.All.Select(action => Join(
            Code(action.Name),
            action.Selector == Presence.None ? "–" : action.Selector.ToString().ToLowerInvariant(),
            action.Params.Count == 0 ? "–" : action.Needs switch
            {
                ParamNeed.ExactlyOne => "one of " + Names(action.Params),
                ParamNeed.AtLeastOne => Names(action.Alternatives) + ", or both; " + Names(action.Params.Except(action.Alternatives)),
                _ => Names(action.Params),
            },
            action.OutputDocumentation ?? "–",
            action.Documentation)));

    private static string Params() => Table(
        "| action | param | value | default | description | example |",
        from action in ActionTable.All
        from param in action.Params
        select "| " + Code(action.Name) + " " + Row(param));

    private static string Row(KeyDefinition key) =>
        Join(Code(key.Name), Value(key), key.IsRequired ? "required" : key.Default ?? "–", key.Documentation, Code(key.Example));

    private static string Value(KeyDefinition key) => key.Kind switch
    {
        KeyKind.PlainText or KeyKind.Text or KeyKind.ShownText or KeyKind.FailureMessage => "text",
        KeyKind.TextOrTexts => "string, or list of strings",
        KeyKind.PlainTexts => "list of strings",
        KeyKind.TextMap => "strings by name",
        KeyKind.Url => "URL",
        KeyKind.Selector => "selector",
        KeyKind.Selectors => "list of selectors",
        KeyKind.SelectorChain or KeyKind.FramedSelector => "selector, or `{ " + string.Join(Between, key.Mapping!.Names) + " }`",
        KeyKind.Key => "key or chord",
        KeyKind.Script => "JavaScript",
        KeyKind.Files => "list of paths",
        KeyKind.File => "path",
        KeyKind.Culture => "culture",
        KeyKind.Name => "name",
        KeyKind.Action => "action",
        KeyKind.StepReference => "step",
        KeyKind.ValuePath => "path",
        KeyKind.Pattern => "regular expression",
        KeyKind.Value => "value",
        KeyKind.Values => "list of values",
        KeyKind.NamedValues => "values by name",
        KeyKind.Word => Words(key),
        KeyKind.WordMap => "types by name: " + Words(key),
        KeyKind.Words => "list of " + Words(key),
        KeyKind.Int => string.Create(CultureInfo.InvariantCulture, $"{key.Minimum}–{key.Maximum}"),
        KeyKind.Number => string.Create(CultureInfo.InvariantCulture, $"{key.Minimum}–{key.Maximum} or `\"{{name}}\"`"),
        KeyKind.NumberOrNumbers => string.Create(CultureInfo.InvariantCulture, $"{key.Minimum}–{key.Maximum} or `\"{{name}}\"`, or a list of them"),
        KeyKind.Numbers => string.Create(CultureInfo.InvariantCulture, $"list of {key.Minimum}–{key.Maximum} or `\"{{name}}\"`"),
        KeyKind.Json => "any YAML",
        KeyKind.JsonPath => "path in JSON",
        KeyKind.Bool => "`true`, `false`",
        KeyKind.Mapping => "mapping",
        KeyKind.Mappings => "list of mappings",
        KeyKind.Steps => "list of steps",
        KeyKind.PageName => "name of a page",
        KeyKind.Device => "device",
        KeyKind.Degrees => "degrees",
        KeyKind.Ratio => "0–1",
        KeyKind.Timestamp => "point in time",
        KeyKind.Params => "mapping",
        KeyKind.PlaybookReference => "id of a playbook",
        KeyKind.Arguments => "values by parameter",
        KeyKind.StoredOutputs => "names by output",
        KeyKind.Condition => "condition",
        KeyKind.Conditions => "list of conditions",
        KeyKind.TextPair => "list of two strings",
        KeyKind.Items => "list of strings, or a list parameter in braces",
        _ => throw new NotSupportedException($"Say how {key.Kind} is called in the documentation."),
    };

    private static string Words(KeyDefinition key) => string.Join(Between, key.Words.Select(word => Code(word.Text)));

    private static string Names(IEnumerable<KeyDefinition> keys) => string.Join(Between, keys.Select(key => Code(key.Name)));

    private static string Code(string text) => "`" + text.Replace("|", "\\|", StringComparison.Ordinal) + "`";

    private static string Join(params string[] cells) => "| " + string.Join(" | ", cells) + " |";

    private static string Table(string head, IEnumerable<string> rows) =>
        head + "\n" + string.Concat(Enumerable.Repeat("|---", head.Count(character => character == '|') - 1)) + "|\n" + string.Concat(rows.Select(row => row + "\n"));
}
