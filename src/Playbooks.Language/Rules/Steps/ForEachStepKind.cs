using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Steps that run once for each item of a list.</summary>
internal sealed class ForEachStepKind : BlockStepKind
{
    public override KeyDefinition Key => ForEachKeys.ForEach;

    public override MappingDefinition Mapping => ForEachKeys.Mapping;

    public override string? WhySkipped(StepDraft step, StepDraft inside, bool isInside) =>
        isInside ? null : $"inside the for_each of step {step.Number}, which may have no items";

    protected override IEnumerable<StepDraft> DeclareChildren(StepDraft step, StepRules steps)
    {
        if (step.Fields[ForEachKeys.ForEach] is { } slot)
        {
            steps.Names.DeclareItem(step, slot, TypeOfItems(step, steps));
        }

        return base.DeclareChildren(step, steps);
    }

    // A written list has at least one item, so what its steps store is stored.
    protected override FlowNode<StepDraft> FlowInside(StepDraft step)
    {
        var body = StepRules.FlowOf(step.Children);
        return step.Fields[ForEachKeys.In]?.Value is SequenceNode { Items.Count: > 0 } ? new FlowNode<StepDraft>.Attempt(body) : new FlowNode<StepDraft>.Loop(body);
    }

    protected override StepModel? Read(StepDraft step, BlockTexts block, StepTexts texts, StepRules steps)
    {
        var (items, list) = step.Fields[ForEachKeys.In] is { } slot ? ReadItems(slot, texts.Binder, steps) : default;
        var inside = steps.ReadChildren(step, texts);
        return step.Item is null ? null : new ForEachStepModel
        {
            Address = block.Address,
            Number = block.Number,
            Span = block.Span,
            HeadSpan = block.Head,
            Id = block.Id,
            ClassName = block.ClassName,
            Description = block.Description,
            ItemName = step.Item.Name,
            Items = items,
            ItemType = step.Item.Type,
            List = list,
            Steps = inside,
        };
    }

    private static (EquatableArray<BoundText> Items, string? List) ReadItems(Slot slot, TextBinder binder, StepRules steps)
    {
        if (slot.Value is ScalarNode { IsEmpty: false } scalar)
        {
            var text = binder.Text(slot, out var isSound);
            var name = text is { Parts.Count: 1 } ? (text.Parts[0] as ValuePart)?.Name : null;
            if (name is not null && steps.Names.ItemTypeOf(name) is not null)
            {
                return (default, name);
            }

            if (isSound)
            {
                var advice = name is not null
                    ? $"'{name}' is not a list. Name a parameter of type list or a value that an extract with all: true stores, or write the items."
                    : $"Write the items as a list, such as [{YamlText.InFlow(Values.Shorten(slot.Reading.Excerpt(scalar)))}], or a parameter of type list in braces.";
                slot.Report(Rule.WrongKind, $"'{slot.Name}' must be a list. {advice}");
            }

            return default;
        }

        if (slot.Items() is not { } items)
        {
            return default;
        }

        if (items.Count == 0)
        {
            slot.Report(Rule.InvalidControlFlow, slot.KeySpan, $"'{slot.Name}' has no items, so the steps would never run. Write at least one.");
        }

        return (items.Select(item => binder.Text(item, shown: true)).OfType<BoundText>().ToEquatableArray(), null);
    }

    private static Model.ValueType TypeOfItems(StepDraft step, StepRules steps) => step.Fields[ForEachKeys.In]?.Value switch
    {
        ScalarNode list => steps.Names.ItemTypeOf(NameIn(list)) ?? Model.ValueType.String,
        SequenceNode { Items: { Count: > 0 } items } when items.All(IsNumber) => Model.ValueType.Int,
        _ => Model.ValueType.String,
    };

    // A number that is written otherwise than .NET writes it, such as 007, is a text: that is what the pages show.
    private static bool IsNumber(YamlNode item) =>
        item is ScalarNode { IsPlain: true, Value: var text }
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text;

    private static string NameIn(ScalarNode list) => list.Value.Trim().Trim('{', '}');
}
