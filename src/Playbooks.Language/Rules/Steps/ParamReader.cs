using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Keys;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads the value of a param by the kind of its key (PB0204).</summary>
internal sealed class ParamReader(TextBinder binder, Injections injections, StepRules steps, StepDraft step)
{
    /// <summary>The URLs that were read, for the guardrails.</summary>
    public List<UrlText> Urls { get; } = [];

    /// <summary>Reads a param.</summary>
    /// <returns>The param with its value; null: the value cannot be read, which is reported.</returns>
    public ParamModel? Read(Slot slot)
    {
        var name = slot.Name;
        switch (slot.Key.Kind)
        {
            case KeyKind.Text:
                return binder.Text(slot) is { } text ? new TextParam(name, text) : null;
            case KeyKind.TextOrTexts:
                return slot.Value is SequenceNode ? Texts(name, slot) : binder.Text(slot) is { } one ? new TextParam(name, one) : null;
            case KeyKind.NumberOrNumbers when slot.Value is SequenceNode:
                return new IntListParam(name, Items(slot).Select(item => binder.Number(item)).OfType<NumberModel>().ToEquatableArray());
            case KeyKind.ShownText:
                return binder.Text(slot, shown: true) is { } shown ? new TextParam(name, shown) : null;
            case KeyKind.Url:
                return Url(name, slot);
            case KeyKind.Key:
                return Key(name, slot);
            case KeyKind.Culture:
                return Culture(name, slot);
            case KeyKind.Selector:
                return binder.Selector(slot) is { } selector ? new TextParam(name, selector.Text) : null;
            case KeyKind.PageName:
                return PageName(name, slot);
            case KeyKind.Pattern:
                return Patterns.Read(slot) is null ? null : new VerbatimParam(name, ((ScalarNode)slot.Value).Value);
            case KeyKind.Script:
                return binder.Script(slot) is { } script ? new VerbatimParam(name, script) : null;
            case KeyKind.Files:
                return Files(name, slot);
            case KeyKind.TextMap:
                return TextMap(name, slot);
            case KeyKind.Word:
                return slot.Word(Rule.InvalidParam) is { } word ? new WordParam(name, slot.Key.WordSet!, word) : null;
            case KeyKind.WordMap:
                ShapeRules.Check(slot);
                return step.Shape is { } shape ? new ShapeParam(name, shape) : null;
            case KeyKind.Words:
                return Words(slot);
            case KeyKind.Number or KeyKind.NumberOrNumbers:
                return binder.Number(slot) is { } number
                    ? new IntParam(name, number, injections.TakeValue(slot.Value, Model.ValueType.Int))
                    : null;
            default:
                return slot.Flag() is { } flag ? new BoolParam(name, flag, injections.TakeValue(slot.Value, Model.ValueType.Bool)) : null;
        }
    }

    private TextParam? Url(string name, Slot slot)
    {
        if (binder.Url(slot) is not { } url)
        {
            return null;
        }

        Urls.Add(url);
        return new(name, url.Text);
    }

    private TextParam? PageName(string name, Slot slot)
    {
        if (binder.Text(slot, out var isSound) is not { } text)
        {
            return null;
        }

        if (!isSound || !text.Parts.All(part => part is LiteralPart) || EffectRules.PagesOf(steps) is not { } names)
        {
            return new(name, text);
        }

        if (!names.Contains(text.Raw))
        {
            slot.Report(Rule.InvalidParam, $"No step opens a page '{Values.Shorten(text.Raw)}'" + (slot.Reading.Suggest(text.Raw, names) is { } nearest ? Values.DidYouMean(nearest) : ". Use one of: " + string.Join(", ", names) + "."));
        }
        else if (!steps.MayBeOpen(text.Raw, step))
        {
            slot.Report(Rule.InvalidParam, $"Only a later step opens the page '{text.Raw}'. Move this step after that step.");
        }

        return new(name, text);
    }

    private TextParam? Key(string name, Slot slot)
    {
        if (binder.Text(slot, out var isSound) is not { } text)
        {
            return null;
        }

        if (isSound && text.Parts.Count <= 1 && text.Parts.All(part => part is LiteralPart) && KeyParser.Check(text.Parts.Count == 0 ? string.Empty : ((LiteralPart)text.Parts[0]).Text) is { } problem)
        {
            slot.Report(Rule.InvalidParam, problem.Message);
        }

        return new(name, text);
    }

    private TextParam? Culture(string name, Slot slot)
    {
        if (binder.Text(slot, out var isSound) is not { } text)
        {
            return null;
        }

        if (isSound && text.Parts.All(part => part is LiteralPart) && !CultureNames.IsValid(text.Raw))
        {
            var nearest = CultureNames.NearestTo(text.Raw);
            slot.Report(Rule.InvalidParam, $"There is no culture '{Values.Shorten(text.Raw)}'." + (nearest is null ? " Write a name such as de-DE or en-US, or invariant." : $" Did you mean '{nearest}'?"));
        }

        return new(name, text);
    }

    private TextListParam? Files(string name, Slot slot)
    {
        if (slot.Items() is not { } items)
        {
            return null;
        }

        // A path with a wrong placeholder is none that could be looked for.
        var texts = items.Select(item => binder.Text(item, out var isSound) is { } text && isSound ? text : null).ToList();
        return new(name, texts.OfType<BoundText>().ToEquatableArray());
    }

    private TextListParam Texts(string name, Slot slot) => new(name, Items(slot).Select(item => binder.Text(item)).OfType<BoundText>().ToEquatableArray());

    private static IReadOnlyList<Slot> Items(Slot slot)
    {
        var items = slot.Items() ?? [];
        if (items.Count == 0)
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' is empty. Write at least one item.");
        }

        return items;
    }

    private TextMapParam? TextMap(string name, Slot slot) =>
        slot.OwnKeys() is { } fields ? new(name, fields.InOrder.Select(entry => binder.Text(entry) is { } text ? new NamedText(entry.Name, text) : null).OfType<NamedText>().ToEquatableArray()) : null;

    private static WordListParam? Words(Slot slot)
    {
        if (slot.Items() is not { } items)
        {
            return null;
        }

        var words = items.Select(item => item.Word(Rule.InvalidParam)).ToList();
        return new(slot.Name, slot.Key.WordSet!, words.OfType<string>().Distinct(StringComparer.Ordinal).ToEquatableArray());
    }
}
