using System.Text.RegularExpressions;
using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.LanguageServer.Documents;

/// <summary>What a name names.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Playbook">The id of the playbook that it belongs to, which is empty for a playbook itself.</param>
/// <param name="Name">The name.</param>
internal sealed record NamedThing(NameKind Kind, string Playbook, string Name);

/// <summary>The kinds of things with names.</summary>
internal enum NameKind
{
    /// <summary>A parameter, a stored value, or the item of a loop.</summary>
    Value,

    /// <summary>A playbook.</summary>
    Playbook,

    /// <summary>A step.</summary>
    Step,

    /// <summary>A method in C#.</summary>
    Code,
}

/// <summary>A place where a name is written.</summary>
/// <param name="Thing">What it names.</param>
/// <param name="Start">The offset of the first character of the name.</param>
/// <param name="End">The offset just after the name.</param>
/// <param name="IsDefinition">Whether the name is introduced here.</param>
internal sealed record NameUse(NamedThing Thing, int Start, int End, bool IsDefinition);

/// <summary>Finds the names in a document: definitions, placeholders, calls, and arguments.</summary>
internal static partial class Names
{
    /// <summary>Returns all places with names, in the order of the text.</summary>
    public static IReadOnlyList<NameUse> Find(DocumentText document)
    {
        var id = document.Playbook.Model.Id;
        return
        [
            .. document.Tree.Values.SelectMany(value => OfValue(value, id, document.Text))
                .Concat(document.Tree.Mappings.SelectMany(mapping => OfKeys(mapping, id)))
                .OrderBy(static use => use.Start),
        ];
    }

    /// <summary>Returns the name at an offset, or null.</summary>
    public static NameUse? At(DocumentText document, int offset) =>
        Find(document).FirstOrDefault(use => use.Start <= offset && offset <= use.End);

    private static IEnumerable<NameUse> OfValue(LocatedValue value, string id, string text)
    {
        if (KindOf(value) is { } kind)
        {
            var thing = kind == NameKind.Playbook ? new NamedThing(kind, string.Empty, value.Node.Value) : new(kind, id, value.Node.Value);
            yield return Whole(thing, value.Node, text, IsDefinition(value));
        }
        else if (value.Owner.Key == RunKeys.Store)
        {
            yield return Whole(new(NameKind.Value, id, value.Node.Value), value.Node, text, isDefinition: true);
        }
        else
        {
            var isFailureMessage = value.Key?.Kind == KeyKind.FailureMessage;
            foreach (var match in Placeholder().Matches(text[value.Node.Start..value.Node.End]).Where(match => isFailureMessage || match.Value[0] == '{'))
            {
                var name = match.Groups["name"];
                yield return new(new(NameKind.Value, id, name.Value), value.Node.Start + name.Index, value.Node.Start + name.Index + name.Length, IsDefinition: false);
            }
        }
    }

    private static NameKind? KindOf(LocatedValue value) =>
        value.Key == PlaybookKeys.Id || NamesPlaybook(value) ? NameKind.Playbook
        : value.Key == ParameterKeys.Name || value.Key == StepKeys.StoreAs || value.Key == CaptureKeys.CookieKeys.StoreAs || value.Key == ForEachKeys.ForEach ? NameKind.Value
        : value.Key == StepKeys.Id || value.Key == BlockKeys.Id || value.Key == CaseKeys.ExpectKeys.AtStep ? NameKind.Step
        : value.Key == CodeKeys.Code ? NameKind.Code
        : null;

    // A C# method is introduced in C#.
    private static bool IsDefinition(LocatedValue value) => !NamesPlaybook(value) && value.Key != CaseKeys.ExpectKeys.AtStep && value.Key != CodeKeys.Code;

    // Whatever key it is: a call, or the login.
    private static bool NamesPlaybook(LocatedValue value) => value.Key?.Kind == KeyKind.PlaybookReference;

    /// <summary>Returns the keys that are names of parameters or outputs: of this playbook in a case, of the called one in a call.</summary>
    private static IEnumerable<NameUse> OfKeys(LocatedMapping mapping, string id)
    {
        var owner = mapping.Key == CaseKeys.With || mapping.Key == CaseKeys.ExpectKeys.Outputs ? id
            : mapping.Key == RunKeys.With || mapping.Key == RunKeys.Store ? mapping.Parent?.TextOf(RunKeys.Run.Name)
            : null;
        return owner is null
            ? []
            : mapping.Node.Entries.Select(static entry => entry.Key).OfType<ScalarNode>().Select(key => new NameUse(new(NameKind.Value, owner, key.Value), key.Start, key.End, IsDefinition: false));
    }

    // Quotes are not part of a name.
    private static NameUse Whole(NamedThing thing, ScalarNode node, string text, bool isDefinition)
    {
        var quote = node.Start < node.End && text[node.Start] is '"' or '\'' ? 1 : 0;
        return new(thing, node.Start + quote, Math.Max(node.Start + quote, node.End - quote), isDefinition);
    }

    [GeneratedRegex(@"(?<!\{)\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::[A-Za-z]+)?\}|(?<!<)<(?<name>[A-Za-z_][A-Za-z0-9_]*)>")]
    private static partial Regex Placeholder();
}
