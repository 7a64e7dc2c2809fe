using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>Warns of expectations that always hold (PB0404). Each reader of an expectation asks here for its own kind.</summary>
internal static class AlwaysHolds
{
    // More are not looked for: which other patterns match every text is not decided by trying some.
    private static readonly string[] PatternsOfAnyText = ["", "^", "$", ".*", "^.*", ".*$", ".*?"];

    /// <summary>What the start of every URL has in common, whichever of the two schemes it has.</summary>
    private static readonly string[] StartsOfUrls = ["http://", "https://"];

    private static readonly HashSet<string> EveryPage = new(StringComparer.OrdinalIgnoreCase)
    {
        "*", "html", "body", ":root", "html body", "html>body", ":root body", ":root>body", "visible=true",
        "xpath=//*", "xpath=/*", "xpath=/html", "xpath=//html", "xpath=//body", "xpath=/html/body", "xpath=//html/body",
    };

    /// <summary>Binds a text that is expected, and checks it.</summary>
    /// <param name="binder">Binds the text.</param>
    /// <param name="slot">Where it is written; null: nothing is expected.</param>
    /// <param name="check">Reports a text that every page meets.</param>
    public static BoundText? Text(TextBinder binder, Slot? slot, Action<Slot, BoundText?> check)
    {
        if (slot is null)
        {
            return null;
        }

        var text = binder.Text(slot);
        check(slot, text);
        return text;
    }

    /// <summary>Reports a text without a visible character, which every text contains.</summary>
    /// <param name="slot">The expected text.</param>
    /// <param name="text">What it says; null: it cannot be read.</param>
    /// <param name="where">What is searched, such as <c>Every page</c>.</param>
    public static void CheckText(Slot slot, BoundText? text, string where) => Report(slot, WhyText(text, where));

    /// <summary>The reason why a text is in every page, title, or error; null: it is not.</summary>
    public static string? WhyText(BoundText? text, string where) => LiteralOf(text) is { } literal && !HasVisibleCharacter(literal)
        ? $"{where} contains {Shown(literal)}. Write the text that must be there."
        : null;

    /// <summary>Reports a part of a URL that every URL contains, such as <c>/</c> or <c>http</c>.</summary>
    public static void CheckUrl(Slot slot, BoundText? text) => Report(slot, WhyUrl(text));

    /// <summary>The reason why a text is in every URL; null: it is not.</summary>
    public static string? WhyUrl(BoundText? text) => LiteralOf(text) is { } literal && StartsOfUrls.All(start => start.Contains(Unescape(literal)))
        ? $"Every URL contains {Shown(literal)}. Write a part of the URL that other pages do not have, such as '/orders'."
        : null;

    /// <summary>Reports a glob that every URL matches, such as <c>**</c>.</summary>
    public static void CheckUrlGlob(Slot slot, BoundText? text) => Report(slot, LiteralOf(text) is { } glob && glob.Contains("**") && glob.Trim('*', '/').Length == 0
        ? $"Every URL matches {Shown(glob)}. Write the part of the URL that other pages do not have, such as '**/orders'."
        : null);

    /// <summary>Reports a selector that every page has a visible element for, such as <c>body</c>.</summary>
    public static void CheckVisible(Slot slot, SelectorText? selector) => Report(slot, WhyVisible(selector));

    /// <summary>The reason why every page has a visible element for a selector; null: not every page has.</summary>
    public static string? WhyVisible(SelectorText? selector) => IsOnEveryPage(selector)
        ? $"Every page has '{Values.Shorten(selector!.Text.Raw)}'. Name an element that only the expected page has."
        : null;

    /// <summary>Reports a lower limit of 0, and a number of elements that every page has.</summary>
    public static void CheckCount(Fields fields, SelectorText? selector, NumberModel? exactly, NumberModel? atLeast, NumberModel? atMost)
    {
        if (atLeast?.Written == 0)
        {
            Report(fields[VerifyKeys.CountKeys.AtLeast]!, "There are always at least 0 elements. Write at_least: 1, or equals: 0 if there must be none.");
        }
        else if (IsOnEveryPage(selector) && selector!.Text.Raw.Trim() != "*" && IsOne(exactly) && IsOne(atLeast) && (atMost is null || atMost.Written >= 1))
        {
            Report(selector.Slot, $"Every page has one '{Values.Shorten(selector.Text.Raw)}'. Name an element that only the expected page has.");
        }
    }

    /// <summary>Reports a failure that every failed run has.</summary>
    public static void CheckFailure(Slot slot, string? text)
    {
        if (text is not null && !HasVisibleCharacter(text))
        {
            Report(slot, $"Every error contains {Shown(text)}. Write the part of the error that the case expects.");
        }
    }

    private static bool IsOne(NumberModel? number) => number is null || number.Written == 1;

    private static bool IsOnEveryPage(SelectorText? selector) =>
        selector is { Canonical: { } canonical, Text.IsLiteral: true }
        && canonical.Split([" >> "], StringSplitOptions.None).All(part => EveryPage.Contains(part.Replace(":visible", string.Empty)));

    private static string? LiteralOf(BoundText? text) =>
        text is { IsLiteral: true } ? string.Concat(text.Parts.Cast<LiteralPart>().Select(part => part.Text)) : null;

    private static string Unescape(string text)
    {
        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            return text;
        }
    }

    private static bool HasVisibleCharacter(string text) =>
        text.Any(character => !char.IsWhiteSpace(character) && CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control));

    private static string Shown(string text) => text.Length == 0 ? "the empty string" : HasVisibleCharacter(text) ? $"'{text}'" : "whitespace";

    /// <summary>Reports a pattern that every text contains, such as <c>.*</c>.</summary>
    public static void CheckPattern(Slot slot, string pattern) =>
        Report(slot, PatternsOfAnyText.Contains(pattern) ? $"Any text matches '{pattern}'. Write a pattern for the text that must be there." : null);

    private static void Report(Slot slot, string? reason)
    {
        if (reason is not null)
        {
            slot.Report(Rule.AlwaysHolds, "This always holds. " + reason);
        }
    }
}
