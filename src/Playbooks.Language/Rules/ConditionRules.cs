using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;

namespace Playbooks.Language.Rules;

/// <summary>Reads a condition; one that is empty or always the same decides nothing (PB0212).</summary>
internal sealed class ConditionRules(TextBinder binder, StepSightings sightings)
{
    /// <summary>Reads a condition; null: it cannot be read.</summary>
    public ConditionModel? Read(Slot slot)
    {
        if (slot.Keys(ConditionKeys.Mapping) is not { } fields)
        {
            return null;
        }

        if (!fields.Any && !fields.IsIncomplete)
        {
            slot.Report(Rule.InvalidControlFlow, slot.KeySpan, $"The condition in '{slot.Name}' is empty. Write what must hold, such as element_visible: \"#banner\".");
        }

        return new()
        {
            ElementVisible = Element(fields[ConditionKeys.ElementVisible], "true"),
            ElementGone = Element(fields[ConditionKeys.ElementGone], "false"),
            UrlContains = Text(fields[ConditionKeys.UrlContains], AlwaysHolds.WhyUrl),
            TextOnPage = Text(fields[ConditionKeys.TextOnPage], static text => AlwaysHolds.WhyText(text, "Every page")),
            Same = Same(fields[ConditionKeys.Same]),
            Not = fields[ConditionKeys.Not] is { } not ? Read(not) : null,
            Any = ReadAll(fields[ConditionKeys.Any]),
            All = ReadAll(fields[ConditionKeys.All]),
        };
    }

    private EquatableArray<ConditionModel> ReadAll(Slot? slot)
    {
        if (slot?.Items() is not { } items)
        {
            return default;
        }

        if (items.Count == 0)
        {
            slot.Report(Rule.InvalidControlFlow, slot.KeySpan, $"'{slot.Name}' has no conditions, so its result never changes. Write at least one.");
        }

        return items.Select(Read).OfType<ConditionModel>().ToEquatableArray();
    }

    private BoundText? Text(Slot? slot, Func<BoundText?, string?> whyAlways)
    {
        if (slot is null)
        {
            return null;
        }

        var text = binder.Text(slot);
        ReportAlways(slot, whyAlways(text));
        return text;
    }

    // A condition asks whether the element is there: it expects nothing, so steps after it may expect the element to be gone.
    private BoundText? Element(Slot? slot, string onEveryPage)
    {
        if (FramedSelectors.Read(binder, slot, sightings.SeenByAction) is not { } selector)
        {
            return null;
        }

        ReportAlways(slot!, AlwaysHolds.WhyVisible(selector), onEveryPage);
        return selector.Text;
    }

    private EqualTexts? Same(Slot? slot)
    {
        if (slot?.Items() is not { } items)
        {
            return null;
        }

        if (items.Count != 2)
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' compares two text values, not {items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}. Write {slot.Name}: [\"{{status}}\", Open]");
            slot.Ignore();
            return null;
        }

        var before = slot.Reading.Findings.Count;
        var left = binder.Text(items[0]);
        var right = binder.Text(items[1]);

        // A placeholder with a mistake is read as text, which is not what the author wrote.
        if (left is null || right is null || slot.Reading.Findings.Count > before)
        {
            return null;
        }

        if (left.IsLiteral && right.IsLiteral)
        {
            ReportAlways(slot, "Neither of the two values contains a placeholder.", left.Raw == right.Raw ? "true" : "false");
        }
        else if (left.InjectedFrom is null && right.InjectedFrom is null && left.Parts.Equals(right.Parts))
        {
            ReportAlways(slot, "The two values are the same.");
        }

        return new(left, right);
    }

    private static void ReportAlways(Slot slot, string? why, string value = "true")
    {
        if (why is not null)
        {
            slot.Report(Rule.InvalidControlFlow, slot.KeySpan, $"This condition is always {value}. {why}");
        }
    }
}
