using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Yaml;
using AriaKeys = Playbooks.Language.Grammar.VerifyKeys.AriaKeys;
using AttributeKeys = Playbooks.Language.Grammar.VerifyKeys.AttributeKeys;
using CountKeys = Playbooks.Language.Grammar.VerifyKeys.CountKeys;
using DownloadKeys = Playbooks.Language.Grammar.VerifyKeys.DownloadKeys;
using TextKeys = Playbooks.Language.Grammar.VerifyKeys.TextKeys;
using ValueKeys = Playbooks.Language.Grammar.VerifyKeys.ValueKeys;

namespace Playbooks.Language.Rules;

/// <summary>Reads a step's <c>verify</c> (PB0401). Each expectation says beside its reader when it always holds, and what it has seen.</summary>
internal sealed class VerifyRules(TextBinder binder, StepSightings sightings)
{
    public VerifyModel? Read(Slot slot)
    {
        if (slot.Keys() is not { } fields)
        {
            return null;
        }

        if (!fields.HasUnknown && !fields.IsIncomplete && !VerifyKeys.Expectations.Any(fields.Has))
        {
            slot.Report(Rule.EmptyVerify, slot.KeySpan, "'verify' expects nothing; add what must hold after the step, such as expect_text_on_page.");
        }

        return new VerifyModel
        {
            KeySpan = slot.KeySpan,
            UrlContains = AlwaysHolds.Text(binder, fields[VerifyKeys.UrlContains], AlwaysHolds.CheckUrl),
            ElementVisible = Visible(fields[VerifyKeys.ElementVisible]),
            ElementGone = Selector(fields[VerifyKeys.ElementGone], sightings.GoneForVerify)?.Text,
            TextOnPage = Part(fields[VerifyKeys.TextOnPage], "Every page"),
            TitleContains = Part(fields[VerifyKeys.TitleContains], "Every title"),
            Value = Value(fields[VerifyKeys.Value]),
            Count = Count(fields[VerifyKeys.Count]),
            Attribute = Attribute(fields[VerifyKeys.Attribute]),
            Url = AlwaysHolds.Text(binder, fields[VerifyKeys.Url], AlwaysHolds.CheckUrlGlob),
            Text = ElementText(fields[VerifyKeys.ElementText]),
            Enabled = Selector(fields[VerifyKeys.Enabled], sightings.SeenByVerify)?.Text,
            Disabled = Selector(fields[VerifyKeys.Disabled], sightings.SeenByVerify)?.Text,
            Checked = Selector(fields[VerifyKeys.Checked], sightings.SeenByVerify)?.Text,
            Unchecked = Selector(fields[VerifyKeys.Unchecked], sightings.SeenByVerify)?.Text,
            Focused = Selector(fields[VerifyKeys.Focused], sightings.SeenByVerify)?.Text,
            Aria = Aria(fields[VerifyKeys.Aria]),
            DialogGone = OnlyTrue(fields[VerifyKeys.DialogGone]),
            NoPageErrors = OnlyTrue(fields[VerifyKeys.NoPageErrors]),
            Screenshot = fields[VerifyKeys.Screenshot] is { } screenshot ? new ScreenshotRules(binder, sightings).Read(screenshot) : null,
            Download = Download(fields[VerifyKeys.Download]),
            AccessibleSpan = fields[VerifyKeys.Accessible] is { } accessible && OnlyTrue(accessible) ? accessible.KeySpan : null,
            Soft = fields[VerifyKeys.Soft]?.Flag() ?? false,
            TimeoutMs = binder.Number(fields[VerifyKeys.TimeoutMs]) ?? NumberModel.Default(VerifyKeys.TimeoutMs),
        };
    }

    private BoundText? Text(Slot? slot) => slot is null ? null : binder.Text(slot);

    private TextExpectation? ElementText(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        RequireOne(slot, fields, TextKeys.ExactText, TextKeys.ContainedText, TextKeys.Pattern);
        Exclude(fields, TextKeys.ExactText, TextKeys.ContainedText);
        Exclude(fields, TextKeys.ExactText, TextKeys.Pattern);
        Exclude(fields, TextKeys.ContainedText, TextKeys.Pattern);
        var selector = Selector(fields[TextKeys.Selector], sightings.SeenByVerify)?.Text;
        var exact = Text(fields[TextKeys.ExactText]);
        var contained = Part(fields[TextKeys.ContainedText], "Every element");
        var pattern = fields[TextKeys.Pattern] is { } written && Patterns.Read(written) is not null ? ((ScalarNode)written.Value).Value : null;
        if (pattern is not null)
        {
            AlwaysHolds.CheckPattern(fields[TextKeys.Pattern]!, pattern);
        }

        return selector is null || (exact is null && contained is null && pattern is null) ? null : new(selector, exact, contained, pattern);
    }

    private AriaExpectation? Aria(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        var selector = Selector(fields[AriaKeys.Selector], sightings.SeenByVerify)?.Text;
        var snapshot = fields[AriaKeys.Snapshot] is { } text ? binder.AriaSnapshot(text) : null;
        return selector is null || snapshot is null ? null : new(selector, snapshot);
    }

    private static bool OnlyTrue(Slot? slot)
    {
        if (slot?.Flag() is not { } flag)
        {
            return false;
        }

        if (!flag)
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' can only be true. Leave it out where nothing is expected.");
        }

        return flag;
    }

    private BoundText? Part(Slot? slot, string where) => AlwaysHolds.Text(binder, slot, (written, text) => AlwaysHolds.CheckText(written, text, where));

    private BoundText? Visible(Slot? slot)
    {
        if (slot is null)
        {
            return null;
        }

        var selector = Selector(slot, sightings.SeenByVerify);
        AlwaysHolds.CheckVisible(slot, selector);
        return selector?.Text;
    }

    private SelectorText? Selector(Slot? slot, List<SelectorText>? noted) => FramedSelectors.Read(binder, slot, noted);

    private ValueExpectation? Value(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        var selector = Selector(fields[ValueKeys.Selector], sightings.SeenByVerify)?.Text;
        var expected = Text(fields[ValueKeys.ExpectedText]);
        return selector is null || expected is null ? null : new(selector, expected);
    }

    private CountExpectation? Count(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        RequireOne(slot, fields, CountKeys.Exactly, CountKeys.AtLeast, CountKeys.AtMost);
        Exclude(fields, CountKeys.Exactly, CountKeys.AtLeast);
        Exclude(fields, CountKeys.Exactly, CountKeys.AtMost);
        var exactly = binder.Number(fields[CountKeys.Exactly]);
        var atLeast = binder.Number(fields[CountKeys.AtLeast]);
        var atMost = binder.Number(fields[CountKeys.AtMost]);
        var selector = Selector(fields[CountKeys.Selector], MayBePositive(exactly) || MayBePositive(atLeast) ? sightings.SeenByVerify : null);
        AlwaysHolds.CheckCount(fields, selector, exactly, atLeast, atMost);
        return selector is null || (exactly ?? atLeast ?? atMost) is null ? null : new(selector.Text, exactly, atLeast, atMost);
    }

    private static bool MayBePositive(NumberModel? number) => number is not null && number.Written != 0;

    private AttributeExpectation? Attribute(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        RequireOne(slot, fields, AttributeKeys.ExactText, AttributeKeys.ContainedText);
        Exclude(fields, AttributeKeys.ExactText, AttributeKeys.ContainedText);
        var selector = Selector(fields[AttributeKeys.Selector], sightings.SeenByVerify)?.Text;
        var name = Text(fields[AttributeKeys.Name]);
        var exact = Text(fields[AttributeKeys.ExactText]);
        var contained = Text(fields[AttributeKeys.ContainedText]);
        return selector is null || name is null || (exact ?? contained) is null ? null : new(selector, name, exact, contained);
    }

    private DownloadExpectation? Download(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        RequireOne(slot, fields, DownloadKeys.NameContains, DownloadKeys.AtLeastBytes);
        var name = Part(fields[DownloadKeys.NameContains], "Every file name");
        var bytes = fields[DownloadKeys.AtLeastBytes]?.Number();
        return name is null && bytes is null ? null : new(name, bytes);
    }

    internal static void RequireOne(Slot slot, Fields fields, params KeyDefinition[] keys)
    {
        if (!keys.Any(fields.Has) && !fields.IsIncomplete)
        {
            slot.Report(Rule.MissingKey, fields.Owner, $"'{slot.Name}' requires one of the keys {string.Join(", ", keys.Select(key => key.Name))}.");
        }
    }

    internal static void Exclude(Fields fields, KeyDefinition first, KeyDefinition second)
    {
        if (fields[first] is { } one && fields[second] is { } other)
        {
            var later = one.KeySpan.Start > other.KeySpan.Start ? one : other;
            later.Report(Rule.NotApplicable, later.KeySpan, $"'{first}' and '{second}' cannot be used together.");
        }
    }
}
