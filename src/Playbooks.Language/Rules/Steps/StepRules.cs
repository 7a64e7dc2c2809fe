using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads the tree of steps: first what each step is and declares (PB0010), then what it holds.</summary>
/// <param name="reading">The file.</param>
/// <param name="scope">The names that texts may use.</param>
/// <param name="className">The name of the playbook's class, which no type inside has.</param>
internal sealed class StepRules(Reading reading, NameScope scope, string className)
{
    private readonly UniqueNames records = new([className]);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);
    private FlowFacts<StepDraft>? storing;
    private FlowNode<StepDraft>? flow;
    private FlowFacts<StepDraft>? opening;
    private readonly List<StepDraft> all = [];
    private ValueNames? names;

    /// <summary>The file.</summary>
    public Reading Reading => reading;

    /// <summary>Every step that could be recognized, in the order of the text.</summary>
    public IReadOnlyList<StepDraft> All => all;

    /// <summary>The number of steps in the text, those included that could not be recognized.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there may be steps that could not be read.</summary>
    public bool MayMissSteps { get; private set; }

    /// <summary>The names of the values that steps store, and of the items of loops.</summary>
    public ValueNames Names => names ??= new(scope, all);

    /// <summary>The C# methods that steps call.</summary>
    public CodeMethods Methods { get; } = new();

    /// <summary>Whether a value is there in every run that has passed; known once the steps are read.</summary>
    public bool IsCertain(StoredDraft value) => value.HasDefault || storing?.IsCertainAtEnd(value.Name) == true;

    /// <summary>Whether a page may be open where a step begins: no page is before any step that opens it.</summary>
    public bool MayBeOpen(string page, StepDraft step) => EffectRules.IsOwnPage(page) || (opening ??= FlowFacts<StepDraft>.Forward(flow!, EffectRules.PagesOpenedBy)).IsPossible(step, page);

    /// <summary>Where the steps lead a browser.</summary>
    public List<UrlText> Urls { get; } = [];

    /// <summary>Finds out what the steps of a list are; nothing of their texts is read.</summary>
    /// <param name="slot">The list.</param>
    /// <param name="owner">What holds it, for messages.</param>
    /// <param name="address">The address of the step at a place of the list, from 1.</param>
    /// <param name="parent">The step that has the list; null: the playbook has it.</param>
    public List<StepDraft> Declare(Slot slot, string owner, Func<int, StepAddress> address, StepDraft? parent = null)
    {
        var drafts = new List<StepDraft>();
        var items = slot.Items();
        if (slot.IsEmptyList() && !slot.Key.MayBeEmpty)
        {
            slot.Report(Rule.MissingKey, slot.KeySpan, $"'{slot.Name}' is empty. {owner} requires at least one step.");
        }

        scope.IsOpen |= items is null || slot.Muted;
        MayMissSteps |= scope.IsOpen;
        var place = 0;
        foreach (var item in items ?? [])
        {
            place++;
            Count++;
            var kind = StepKinds.Standard.Find(item.Value);
            if (item.IsEmpty)
            {
                item.Report(Rule.MissingKey, item.KeySpan, $"Step {Text(Count)} is empty; it is missing the required key '{kind.Key}'.");
            }
            else if (KeysOf(item, kind) is { } fields)
            {
                drafts.Add(Declare(new(Count, address(place), kind, (MappingNode)item.Value, fields.Misplaced.Any(kind.StandsFor) ? fields : fields.Require(kind.Mapping)) { Id = fields[StepKeys.Id]?.Text()?.Value, Parent = parent }));
            }
        }

        return drafts;
    }

    /// <summary>The keys of a step; null: it is not a mapping. What belongs to another kind of step, whose key is there as well, is not judged.</summary>
    private Fields? KeysOf(Slot item, StepKind kind)
    {
        var others = item.Value is MappingNode step ? StepKinds.Standard.Others(kind, step) : [];
        if (others.Count > 0)
        {
            var value = ((MappingNode)item.Value).Find(kind.Key.Name);
            item.Report(
                Rule.IncompleteAction,
                value is { } written ? reading.Span(written) : item.KeySpan,
                $"A step has either '{kind.Key}' or '{others[0].Key}', not both. Write a separate step for '{others[0].Key}'.");

            // Which of the two is meant is not known, nor what is missing from it.
            item.Value.Incomplete = true;
        }

        return item.Keys(
            kind.Mapping,
            place: entry => kind.PlaceOf(reading, (MappingNode)item.Value, entry),
            ignore: key => others.Any(other => other.Mapping.Find(key) is not null));
    }

    private StepDraft Declare(StepDraft draft)
    {
        all.Add(draft);
        draft.Kind.Declare(draft, this);
        return draft;
    }

    /// <summary>Gives a step's class the name of its id, if that is free.</summary>
    /// <param name="draft">The step.</param>
    /// <param name="propertyNames">The names that its class has already.</param>
    public void DeclareId(StepDraft draft, IEnumerable<string> propertyNames)
    {
        if (draft.Id is null || draft.Fields[StepKeys.Id] is not { Value: ScalarNode scalar } slot || slot.Muted)
        {
            return;
        }

        Identifiers.Check(slot, scalar, "A step's id");
        var name = CSharpNames.StepClassName(draft.Id, propertyNames);
        if (!ids.Add(draft.Id))
        {
            slot.Report(Rule.DuplicateStep, $"There is already a step '{draft.Id}'.");
        }
        else if (classes.TryGetValue(name, out var other))
        {
            slot.Report(Rule.DuplicateStep, $"'{draft.Id}' and '{other}' would both be called {name} in C#.");
        }
        else
        {
            classes.Add(name, draft.Id);
            draft.NamesClass = true;
        }
    }

    /// <summary>Finds out whether the run goes on when a step fails.</summary>
    public static void DeclareOptional(StepDraft draft)
    {
        if (draft.Fields[StepKeys.Optional] is not { } optional)
        {
            return;
        }

        draft.IsOptional = optional.Flag() == true;
        if (draft.IsOptional && draft.Fields.Has(StepKeys.StoreAs))
        {
            optional.Report(Rule.InvalidControlFlow, optional.KeySpan, "'optional' cannot be used with 'store_as': after a failure, nothing would be stored. Remove one of them.");
            draft.IsOptional = false;
        }
    }

    /// <summary>Reads what the declared steps hold, and checks how they follow each other.</summary>
    /// <param name="drafts">The steps of the playbook's own list.</param>
    /// <param name="last">The steps of <c>finally</c>.</param>
    /// <param name="injections">What parameters put into the steps.</param>
    public (EquatableArray<StepModel> Steps, EquatableArray<StepModel> Finally) Read(IReadOnlyList<StepDraft> drafts, IReadOnlyList<StepDraft> last, Injections injections)
    {
        flow = FlowOf(drafts, last);
        var stored = storing = FlowFacts<StepDraft>.Forward(
            flow,
            static draft => draft.Stores.Where(static stored => stored.IsCertain).Select(static stored => stored.Name));
        StepTexts TextsOf(StepDraft draft) => new(reading, scope, injections, draft, stored);
        var models = (ReadAll(drafts, TextsOf), ReadAll(last, TextsOf));
        SightingRules.Check(flow, this);
        return models;
    }

    /// <summary>Reads the steps inside a step.</summary>
    /// <param name="draft">The step.</param>
    /// <param name="texts">Binds its texts.</param>
    /// <param name="block">The name of the list that is read; null: the step has one list only.</param>
    public EquatableArray<StepModel> ReadChildren(StepDraft draft, StepTexts texts, string? block = null) => ReadAll(draft.ChildrenOf(block), texts.For);

    /// <summary>How a run moves through consecutive steps.</summary>
    public static FlowNode<StepDraft> FlowOf(IEnumerable<StepDraft> drafts) =>
        new FlowNode<StepDraft>.Sequence([.. drafts.Select(static draft => draft.Kind.Flow(draft))]);

    /// <summary>How a run moves through the steps of a playbook and those of its <c>finally</c>.</summary>
    public static FlowNode<StepDraft> FlowOf(IReadOnlyList<StepDraft> drafts, IReadOnlyList<StepDraft> last) =>
        new FlowNode<StepDraft>.Finally(FlowOf(drafts), FlowOf(last));

    /// <summary>The name of a step's class.</summary>
    /// <param name="draft">The step.</param>
    /// <param name="propertyNames">The names that its class has already.</param>
    /// <param name="kindName">What a step without an id is named after, such as its action.</param>
    public string ClassName(StepDraft draft, IEnumerable<string> propertyNames, string kindName)
    {
        if (draft.NamesClass)
        {
            return CSharpNames.StepClassName(draft.Id!, propertyNames);
        }

        // An author's id may already give this name; the id takes precedence, and this name changes.
        var name = CSharpNames.StepClassName(draft.Number, kindName);
        while (classes.ContainsKey(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>The name of the record that a step outputs: that of the stored value, or of the step, and <c>Answer</c>.</summary>
    /// <param name="draft">The step.</param>
    /// <param name="kindName">What a step without an id is named after, such as its action.</param>
    public string RecordName(StepDraft draft, string kindName) => records.Take(
        (draft.Fields[StepKeys.StoreAs]?.Value is ScalarNode { IsEmpty: false } stored ? CSharpNames.Pascal(stored.Value)
            : draft.Id is { } id ? CSharpNames.Pascal(id)
            : CSharpNames.StepClassName(draft.Number, kindName)) + "Answer");

    private EquatableArray<StepModel> ReadAll(IEnumerable<StepDraft> drafts, Func<StepDraft, StepTexts> texts) =>
        drafts.Select(draft => draft.Kind.Read(draft, texts(draft), this)).OfType<StepModel>().ToEquatableArray();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
