using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Keys;
using Playbooks.Language.Syntax.Selectors;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>What can be written at a place: keys, words, and names, with what they mean.</summary>
/// <param name="workspace">The other playbooks of the project.</param>
internal sealed class Completion(Workspace workspace)
{
    private static readonly string[] BuiltIns = ["base_url", "run_id"];

    /// <summary>Returns what can be written at an offset, most useful first.</summary>
    public IReadOnlyList<CompletionItem> Find(DocumentText document, int offset)
    {
        var cursor = CursorContext.At(document, offset);
        var range = document.RangeOf(cursor.Start, cursor.End);
        return [.. Offers(cursor).Select((offer, index) => new CompletionItem(
            offer.Text,
            offer.Kind,
            offer.Detail,
            offer.Documentation is { } documentation ? new(documentation) : null,
            new(range, offer.Text + offer.Suffix),
            index.ToString("D4", System.Globalization.CultureInfo.InvariantCulture)))];
    }

    private IEnumerable<Offer> Offers(CursorContext cursor) =>
        cursor.IsPlaceholder ? PlaceholderNames(cursor)
        : cursor.KeyOwner is { } owner ? Keys(owner, cursor)
        : cursor.Value is { Key: { } key } value ? Values(key, value, cursor)
        : [];

    /// <summary>Returns the names that a placeholder can use at this place: what only later steps store is not among them.</summary>
    private static IEnumerable<Offer> PlaceholderNames(CursorContext cursor)
    {
        var model = cursor.Document.Playbook.Model;
        var parameters = model.Parameters.Select(static one => new Offer(one.Name, CompletionKinds.Variable, "parameter", one.Description));
        var stored = Names.Find(cursor.Document)
            .Where(use => use is { IsDefinition: true, Thing.Kind: NameKind.Value } && use.End < StepStart(cursor))
            .Select(static use => use.Thing.Name)
            .Except(model.Parameters.Select(static one => one.Name), StringComparer.Ordinal)
            .Select(static name => new Offer(name, CompletionKinds.Variable, "stored by an earlier step"));
        return parameters.Concat(stored).Concat(BuiltIns.Select(static name => new Offer(name, CompletionKinds.Variable, "built-in")));
    }

    // A step cannot use what it stores itself.
    private static int StepStart(CursorContext cursor) => cursor.Document.Tree.Mappings
        .Where(mapping => mapping.Key?.Kind == KeyKind.Steps && mapping.Node.Start <= cursor.Start && cursor.Start <= mapping.Node.End)
        .Select(static mapping => mapping.Node.Start)
        .DefaultIfEmpty(cursor.Start)
        .Max();

    private IEnumerable<Offer> Keys(LocatedMapping owner, CursorContext cursor)
    {
        var suffix = cursor.Document.Text[cursor.End..].StartsWith(':') ? string.Empty : ": ";
        var written = owner.Node.Entries.Select(static entry => (entry.Key as Language.Syntax.Yaml.ScalarNode)?.Value).ToHashSet(StringComparer.Ordinal);
        var known = owner.Key?.Kind == KeyKind.Steps && !StepMappings.All.Any(kind => written.Contains(Head(kind).Name))
            ? StepMappings.All.Select(Head).Concat(StepKeys.Mapping.Keys).Distinct()
            : owner.Definition?.Keys ?? [];
        var keys = known.Where(key => !written.Contains(key.Name) && IsAccepted(key, owner)).OrderByDescending(static key => key.IsRequired)
            .Select(key => new Offer(key.Name, CompletionKinds.Property, key.IsRequired ? "required" : key.Default, KeyText.Describe(key)) { Suffix = suffix });
        return keys.Concat(ChosenNames(owner, cursor).Where(offer => !written.Contains(offer.Text)).Select(offer => offer with { Suffix = suffix }));
    }

    private static KeyDefinition Head(MappingDefinition kind) => kind.Keys.First(static key => key.Required);

    // A key that the action of the step refuses would be an error at once.
    private static bool IsAccepted(KeyDefinition key, LocatedMapping owner) => owner.Action is not { } action
        || (key == StepKeys.Selector ? action.Selector != Presence.None
        : key == StepKeys.Params ? action.Params.Count > 0
        : key == StepKeys.Prompt ? action.NeedsPrompt
        : key == StepKeys.Request ? action.NeedsRequest
        : (key != StepKeys.StoreAs && key != StepKeys.Default) || action.Output != OutputKind.None);

    /// <summary>Returns the names that keys can be where the author chooses them: parameters and outputs, of this playbook or of the called one.</summary>
    private IEnumerable<Offer> ChosenNames(LocatedMapping owner, CursorContext cursor)
    {
        var model = owner.Key == CaseKeys.With || owner.Key == CaseKeys.ExpectKeys.Outputs ? cursor.Document.Playbook.Model
            : owner.Key == RunKeys.With || owner.Key == RunKeys.Store ? FindPlaybook(owner.Parent?.TextOf(RunKeys.Run.Name), cursor)
            : null;
        return model is null ? []
            : owner.Key == CaseKeys.With || owner.Key == RunKeys.With
            ? model.Parameters.Select(static one => new Offer(one.Name, CompletionKinds.Variable, $"{(one.Required ? "required " : "")}{TypeWord(one.Type)}", one.Description))
            : model.StoredValues.Select(static one => new Offer(one.Name, CompletionKinds.Variable, TypeWord(one.Type)));
    }

    private IEnumerable<Offer> Values(KeyDefinition key, LocatedValue value, CursorContext cursor) => key.Kind switch
    {
        KeyKind.Action => ActionTable.All.Select(static action => new Offer(action.Name, CompletionKinds.Function, action.OutputDocumentation is { } output ? $"returns {output}" : null, action.Documentation)),
        KeyKind.Word or KeyKind.Words => key.Words.Select(word => new Offer(word.Text, CompletionKinds.Value, null, key.Documentation)),
        KeyKind.Bool => [new("true", CompletionKinds.Value), new("false", CompletionKinds.Value)],
        KeyKind.Key => KeyNames.Named.Select(static name => new Offer(name, CompletionKinds.Value)),
        KeyKind.StepReference => cursor.Document.Playbook.Model.AllSteps().Where(static step => step.Id is not null).Select(static step => new Offer(step.Id!, CompletionKinds.Variable, step.Word)),
        KeyKind.PlaybookReference => workspace.CallableFrom(cursor.Document.Path)
            .Select(static document => document.Playbook.Model)
            .Where(model => model.HasId && model.Id != cursor.Document.Playbook.Model.Id)
            .Select(static model => new Offer(model.Id, CompletionKinds.File, model.Name, model.Description)),
        KeyKind.Selector or KeyKind.FramedSelector or KeyKind.Selectors or KeyKind.SelectorChain => SelectorWords(cursor.Before),
        _ => [],
    };

    // A chain continues with an engine behind each >>.
    private static IEnumerable<Offer> SelectorWords(string before)
    {
        var part = before[(before.LastIndexOf(">>", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..].TrimStart();
        return part.Length == 0 ? Engines.Names.Select(static engine => new Offer(engine, CompletionKinds.Value, "selector engine") { Suffix = "=" })
            : part == "role=" ? AriaRoles.Names.Select(static role => new Offer(role, CompletionKinds.Value, "ARIA role"))
            : [];
    }

    private PlaybookModel? FindPlaybook(string? id, CursorContext cursor) =>
        workspace.CallableFrom(cursor.Document.Path).Select(static document => document.Playbook.Model).FirstOrDefault(model => model.Id == id);

    private static string TypeWord(Language.Model.ValueType type) => WordsOf<Language.Model.ValueType>.Word(type);

    /// <param name="Text">What is inserted.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Detail">A few words.</param>
    /// <param name="Documentation">What it means.</param>
    private sealed record Offer(string Text, int Kind, string? Detail = null, string? Documentation = null)
    {
        /// <summary>Gets what is inserted after it.</summary>
        public string Suffix { get; init; } = string.Empty;
    }
}
