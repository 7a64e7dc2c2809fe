using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>Reads a step's <c>verify</c> (PB0401).</summary>
internal sealed class VerifyRules(TextBinder binder)
{
    private const int MaxCount = 100000;

    private static readonly string[] Known =
    [
        "expect_url_contains", "expect_element_visible", "expect_element_gone", "expect_text_on_page", "expect_title_contains",
        "expect_value", "expect_count", "expect_attribute", "timeout_ms",
    ];

    private static readonly string[] ValueKeys = ["selector", "equals"];
    private static readonly string[] CountKeys = ["selector", "equals", "at_least", "at_most"];
    private static readonly string[] AttributeKeys = ["selector", "name", "equals", "contains"];

    public VerifyModel? Read(Slot slot)
    {
        if (slot.Keys(Known) is not { } fields)
        {
            return null;
        }

        if (!fields.HasUnknown && !fields.IsIncomplete && !Known.Any(key => key != "timeout_ms" && fields.Has(key)))
        {
            slot.Report("PB0401", slot.KeySpan, "'verify' expects nothing; add what must hold after the step, such as expect_text_on_page.");
        }

        return new VerifyModel
        {
            KeySpan = slot.KeySpan,
            UrlContains = Text(fields["expect_url_contains"]),
            ElementVisible = Selector(fields["expect_element_visible"]),
            ElementGone = Selector(fields["expect_element_gone"]),
            TextOnPage = Text(fields["expect_text_on_page"]),
            TitleContains = Text(fields["expect_title_contains"]),
            Value = Value(fields["expect_value"]),
            Count = Count(fields["expect_count"]),
            Attribute = Attribute(fields["expect_attribute"]),
            TimeoutMs = fields["timeout_ms"]?.Number(1, StepRules.MaxTimeoutMs) ?? new VerifyModel { KeySpan = default }.TimeoutMs,
        };
    }

    private BoundText? Text(Slot? slot) => slot is null ? null : binder.Text(slot);

    private BoundText? Selector(Slot? slot) => slot is null ? null : binder.Selector(slot);

    private ValueExpectation? Value(Slot? slot)
    {
        if (slot?.Keys(ValueKeys) is not { } fields)
        {
            return null;
        }

        fields.Require("selector", "'expect_value'");
        fields.Require("equals", "'expect_value'");
        var selector = Selector(fields["selector"]);
        var expected = Text(fields["equals"]);
        return selector is null || expected is null ? null : new(selector, expected);
    }

    private CountExpectation? Count(Slot? slot)
    {
        if (slot?.Keys(CountKeys) is not { } fields)
        {
            return null;
        }

        fields.Require("selector", "'expect_count'");
        RequireOne(slot, fields, "equals", "at_least", "at_most");
        Exclude(fields, "equals", "at_least");
        Exclude(fields, "equals", "at_most");
        var selector = Selector(fields["selector"]);
        var exactly = fields["equals"]?.Number(0, MaxCount);
        var atLeast = fields["at_least"]?.Number(0, MaxCount);
        var atMost = fields["at_most"]?.Number(0, MaxCount);
        return selector is null || (exactly ?? atLeast ?? atMost) is null ? null : new(selector, exactly, atLeast, atMost);
    }

    private AttributeExpectation? Attribute(Slot? slot)
    {
        if (slot?.Keys(AttributeKeys) is not { } fields)
        {
            return null;
        }

        fields.Require("selector", "'expect_attribute'");
        fields.Require("name", "'expect_attribute'");
        RequireOne(slot, fields, "equals", "contains");
        Exclude(fields, "equals", "contains");
        var selector = Selector(fields["selector"]);
        var name = Text(fields["name"]);
        var exact = Text(fields["equals"]);
        var contained = Text(fields["contains"]);
        return selector is null || name is null || (exact ?? contained) is null ? null : new(selector, name, exact, contained);
    }

    private static void RequireOne(Slot slot, Fields fields, params string[] keys)
    {
        if (!keys.Any(fields.Has) && !fields.IsIncomplete)
        {
            slot.Report("PB0003", fields.Owner, $"'{slot.Name}' lacks one of the keys {string.Join(", ", keys)}.");
        }
    }

    private static void Exclude(Fields fields, string first, string second)
    {
        if (fields[first] is { } one && fields[second] is { } other)
        {
            var later = one.KeySpan.Start > other.KeySpan.Start ? one : other;
            later.Report("PB0203", later.KeySpan, $"'{first}' and '{second}' do not go together.");
        }
    }
}
