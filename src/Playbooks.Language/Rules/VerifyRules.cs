using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>Reads a step's <c>verify</c> (PB0401). Each expectation says beside its reader when it always holds, and what it has seen.</summary>
internal sealed class VerifyRules(TextBinder binder)
{
    private const int MaxCount = 100000;

    private static readonly string[] Known =
    [
        "expect_url_contains", "expect_element_visible", "expect_element_gone", "expect_text_on_page", "expect_title_contains",
        "expect_value", "expect_count", "expect_attribute", "timeout_ms",
    ];

    /// <summary>The keys that expect something.</summary>
    public static readonly IReadOnlyCollection<string> Expectations = Known.Where(key => key != "timeout_ms").ToList();

    private static readonly string[] ValueKeys = ["selector", "equals"];
    private static readonly string[] CountKeys = ["selector", "equals", "at_least", "at_most"];
    private static readonly string[] AttributeKeys = ["selector", "name", "equals", "contains"];

    /// <summary>Selectors of elements that must be there.</summary>
    public List<SelectorText> Seen { get; } = [];

    /// <summary>Selectors of elements that must be gone.</summary>
    public List<SelectorText> Gone { get; } = [];

    public VerifyModel? Read(Slot slot)
    {
        if (slot.Keys(Known) is not { } fields)
        {
            return null;
        }

        if (!fields.HasUnknown && !fields.IsIncomplete && !Expectations.Any(fields.Has))
        {
            slot.Report(Rule.EmptyVerify, slot.KeySpan, "'verify' expects nothing; add what must hold after the step, such as expect_text_on_page.");
        }

        return new VerifyModel
        {
            KeySpan = slot.KeySpan,
            UrlContains = UrlPart(fields["expect_url_contains"]),
            ElementVisible = Visible(fields["expect_element_visible"]),
            ElementGone = Selector(fields["expect_element_gone"], Gone)?.Text,
            TextOnPage = Part(fields["expect_text_on_page"], "Every page"),
            TitleContains = Part(fields["expect_title_contains"], "Every title"),
            Value = Value(fields["expect_value"]),
            Count = Count(fields["expect_count"]),
            Attribute = Attribute(fields["expect_attribute"]),
            TimeoutMs = fields["timeout_ms"]?.Number(1, StepRules.MaxTimeoutMs) ?? new VerifyModel { KeySpan = default }.TimeoutMs,
        };
    }

    private BoundText? Text(Slot? slot) => slot is null ? null : binder.Text(slot);

    private BoundText? UrlPart(Slot? slot)
    {
        if (slot is null)
        {
            return null;
        }

        var text = binder.Text(slot);
        AlwaysHolds.CheckUrl(slot, text);
        return text;
    }

    private BoundText? Part(Slot? slot, string where)
    {
        if (slot is null)
        {
            return null;
        }

        var text = binder.Text(slot);
        AlwaysHolds.CheckText(slot, text, where);
        return text;
    }

    private BoundText? Visible(Slot? slot)
    {
        if (slot is null)
        {
            return null;
        }

        var selector = Selector(slot, Seen);
        AlwaysHolds.CheckVisible(slot, selector);
        return selector?.Text;
    }

    /// <param name="slot">The selector.</param>
    /// <param name="sightings">Where the selector is noted; null: the expectation says nothing of its element.</param>
    private SelectorText? Selector(Slot? slot, List<SelectorText>? sightings)
    {
        if (slot is null || binder.Selector(slot) is not { } selector)
        {
            return null;
        }

        sightings?.Add(selector);
        return selector;
    }

    private ValueExpectation? Value(Slot? slot)
    {
        if (slot?.Keys(ValueKeys) is not { } fields)
        {
            return null;
        }

        fields.Require("selector", "'expect_value'");
        fields.Require("equals", "'expect_value'");
        var selector = Selector(fields["selector"], Seen)?.Text;
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
        var exactly = fields["equals"]?.Number(0, MaxCount);
        var atLeast = fields["at_least"]?.Number(0, MaxCount);
        var atMost = fields["at_most"]?.Number(0, MaxCount);
        var selector = Selector(fields["selector"], exactly > 0 || atLeast > 0 ? Seen : null);
        AlwaysHolds.CheckCount(fields, selector, exactly, atLeast, atMost);
        return selector is null || (exactly ?? atLeast ?? atMost) is null ? null : new(selector.Text, exactly, atLeast, atMost);
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
        var selector = Selector(fields["selector"], Seen)?.Text;
        var name = Text(fields["name"]);
        var exact = Text(fields["equals"]);
        var contained = Text(fields["contains"]);
        return selector is null || name is null || (exact ?? contained) is null ? null : new(selector, name, exact, contained);
    }

    private static void RequireOne(Slot slot, Fields fields, params string[] keys)
    {
        if (!keys.Any(fields.Has) && !fields.IsIncomplete)
        {
            slot.Report(Rule.MissingKey, fields.Owner, $"'{slot.Name}' lacks one of the keys {string.Join(", ", keys)}.");
        }
    }

    private static void Exclude(Fields fields, string first, string second)
    {
        if (fields[first] is { } one && fields[second] is { } other)
        {
            var later = one.KeySpan.Start > other.KeySpan.Start ? one : other;
            later.Report(Rule.NotApplicable, later.KeySpan, $"'{first}' and '{second}' do not go together.");
        }
    }
}
