using System.Globalization;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Yaml;
using ScreenshotKeys = Playbooks.Language.Grammar.VerifyKeys.ScreenshotKeys;

namespace Playbooks.Language.Rules;

/// <summary>Reads <c>expect_screenshot</c>.</summary>
internal sealed class ScreenshotRules(TextBinder binder, StepSightings sightings)
{
    private const int LongestName = 100;

    public ScreenshotExpectation? Read(Slot slot)
    {
        if (slot.Keys() is not { } fields)
        {
            return null;
        }

        VerifyRules.Exclude(fields, ScreenshotKeys.MaxDifferentPixels, ScreenshotKeys.MaxDifferentRatio);
        var name = fields[ScreenshotKeys.Name] is { } named ? Name(named) : null;
        var selector = fields[ScreenshotKeys.Selector] is { } selected ? binder.Selector(selected) : null;
        if (selector is not null)
        {
            sightings.SeenByVerify.Add(selector);
        }

        var mask = (fields[ScreenshotKeys.Mask]?.Items() ?? []).Select(item => binder.Selector(item)?.Text).OfType<BoundText>().ToEquatableArray();
        var pixels = fields[ScreenshotKeys.MaxDifferentPixels]?.Number();
        var ratio = fields[ScreenshotKeys.MaxDifferentRatio] is { } part ? Ratio(part) : null;
        return name is null ? null : new(name, selector?.Text, mask, pixels, ratio);
    }

    /// <summary>Reads the name of a file. What a placeholder puts into it is made safe by the run.</summary>
    private BoundText? Name(Slot slot)
    {
        if (binder.Text(slot, out var isSound, shown: true) is not { } text)
        {
            return null;
        }

        if (isSound && FindProblem(text) is { } problem)
        {
            slot.Report(Rule.WrongKind, $"The name of a screenshot is part of a file name, so {problem}.");
        }

        return text;
    }

    private static string? FindProblem(BoundText text)
    {
        var literals = string.Concat(text.Parts.OfType<LiteralPart>().Select(static part => part.Text));
        return literals.FirstOrDefault(static character => !IsAllowed(character)) is var wrong and not '\0' ? $"it must consist of letters, digits, '-', '_', and '.', and cannot contain '{wrong}'"
            : literals.Length > LongestName ? $"it can have at most {LongestName.ToString(CultureInfo.InvariantCulture)} characters"
            : literals.Contains("..") ? "it cannot contain '..'"
            : text.Parts.Count > 0 && text.Parts[0] is LiteralPart first && !char.IsLetterOrDigit(first.Text[0]) ? "it must begin with a letter or a digit"
            : text.Parts.Count == 0 ? "it cannot be empty"
            : null;
    }

    private static bool IsAllowed(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.';

    private static string? Ratio(Slot slot)
    {
        if (slot.Value is not ScalarNode { IsPlain: true, IsEmpty: false } scalar || TypedValues.Canonical(Model.ValueType.Decimal, scalar.Value) is not { } text)
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' must be a number from 0 to 1, such as {slot.Key.Example}.");
            slot.Ignore();
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var ratio) || ratio is < 0 or > 1)
        {
            slot.Report(Rule.OutOfRange, $"'{slot.Name}' must be from 0 to 1, not {Values.Shorten(scalar.Value)}.");
            return null;
        }

        return text;
    }
}
