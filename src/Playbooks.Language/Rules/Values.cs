using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Reads values by what is due: PB0004 for the wrong kind, PB0009 for a number out of its range, PB0011 for a cut text.</summary>
internal static class Values
{
    private static readonly string[] Flags = ["true", "false"];

    /// <summary>A text; null: there is none, which is reported.</summary>
    public static ScalarNode? Text(this Slot slot)
    {
        if (slot.Value is not ScalarNode scalar)
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be text, not {slot.Value.Kind}", Advice.ForText(slot));
            slot.Ignore();
            return null;
        }

        if (scalar.IsEmpty)
        {
            ReportEmpty(slot, scalar);
            return null;
        }

        if (scalar.Anchor is { } anchor && !anchor.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-'))
        {
            var start = slot.Reading.Text.LastIndexOf("&" + anchor, scalar.Start, StringComparison.Ordinal);
            ReportAnchor(slot, start, scalar.End, $"'&{Shorten(anchor)}' is an anchor in YAML, so the text is just '{Shorten(scalar.Value)}'");
            return null;
        }

        WarnOfCut(slot, scalar);
        return scalar;
    }

    /// <summary>A whole number in the key's range; null: there is none, which is reported.</summary>
    public static int? Number(this Slot slot)
    {
        var (minimum, maximum) = (slot.Key.Minimum, slot.Key.Maximum);
        if (slot.Value is not ScalarNode scalar)
        {
            IEnumerable<Correction> advice = slot.Key.Kind is KeyKind.Number or KeyKind.Numbers or KeyKind.NumberOrNumbers && slot.Value is MappingNode mapping && Advice.IsWordInBraces(mapping)
                ? Advice.ForText(slot).Where(choice => !choice.IsLastResort)
                : [];
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be a whole number, not {slot.Value.Kind}", advice);
            slot.Ignore();
            return null;
        }

        if (!scalar.IsPlain || !CanonicalValue.IsWhole(scalar.Value))
        {
            var plain = string.Concat(LookAlikes.Plain(scalar.Value).Where(character => character != ' '));
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be a whole number" + (CanonicalValue.IsWhole(scalar.Value)
                ? $". Write it without quotes: {scalar.Value}"
                : scalar.IsEmpty ? ", but is empty." : $", not '{Shorten(scalar.Value)}'{DidYouMean(LookAlikes.IndexIn(scalar.Value) >= 0 && CanonicalValue.IsWhole(plain) ? plain : null)}"));
            return null;
        }

        if (!int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < minimum || number > maximum)
        {
            slot.Report(Rule.OutOfRange, $"{slot.Subject} must be from {Text(minimum)} to {Text(maximum)}, not {Shorten(scalar.Value)}.");
            return null;
        }

        return number;
    }

    /// <summary>True or false; null: neither, which is reported.</summary>
    public static bool? Flag(this Slot slot)
    {
        if (slot.Value is ScalarNode { IsPlain: true, Value: "true" or "false" } flag)
        {
            return flag.Value == "true";
        }

        if (slot.Value is not ScalarNode scalar)
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be true or false, not {slot.Value.Kind}.");
            slot.Ignore();
        }
        else if (scalar.IsEmpty)
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be true or false, but is empty.");
        }
        else if (scalar.Value is "true" or "false")
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be true or false. Write it without quotes: {scalar.Value}");
        }
        else
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be true or false, not '{Shorten(scalar.Value)}'{DidYouMean(slot.Reading.Suggest(scalar.Value, Flags))}");
        }

        return null;
    }

    /// <summary>One of the key's words; null: none of them, which is reported.</summary>
    public static string? Word(this Slot slot, Rule? rule = null)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        var words = slot.Key.Words.Select(word => word.Text).ToList();
        if (words.Contains(scalar.Value))
        {
            return scalar.Value;
        }

        var nearest = slot.Reading.Suggest(scalar.Value, words);
        slot.Report(rule ?? Rule.WrongKind, $"'{Shorten(scalar.Value)}' is not a valid value for '{slot.Name}'" + (nearest is null ? ". Use one of: " + string.Join(", ", words) + "." : DidYouMean(nearest)) + LookAlikeIn(scalar.Value));
        return null;
    }

    /// <summary>The member of an enum that the key's words name; null: none of them, which is reported.</summary>
    public static T? Word<T>(this Slot slot)
        where T : struct, Enum => slot.Word() is { } word ? WordsOf<T>.Find(word) : null;

    /// <summary>Whether a list has no items; what could not be read may have some.</summary>
    public static bool IsEmptyList(this Slot slot) => slot.IsEmpty || slot.Value is SequenceNode { Items.Count: 0, Incomplete: false };

    /// <summary>The items of a list; null: it is none, which is reported.</summary>
    public static IReadOnlyList<Slot>? Items(this Slot slot)
    {
        if (slot.IsEmpty)
        {
            return [];
        }

        if (slot.Value is SequenceNode sequence)
        {
            return sequence.Items.ConvertAll(item => slot with { Value = item, IsItem = true });
        }

        if (slot.Value is ScalarNode { IsPlain: true, Value: var text } && text.StartsWith("\uFF3B", StringComparison.Ordinal))
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be a list, not text.{LookAlikeIn(text)}");
        }
        else
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be a list, not {slot.Value.Kind}", slot.Value is ScalarNode ? Advice.ForList(slot) : []);
        }

        slot.Ignore();
        return null;
    }

    /// <summary>The keys of the mapping that the key's definition names; null: it is none, which is reported, as are required keys that are missing.</summary>
    public static Fields? Keys(this Slot slot) => slot.Keys(slot.Key.Mapping!)?.Require(slot.Key.Mapping!);

    /// <summary>The keys of a mapping; null: it is none, which is reported.</summary>
    public static Fields? Keys(this Slot slot, MappingDefinition definition, Rule? unknownRule = null, string unknown = "Unknown key", Func<MappingEntry, string?>? place = null, Func<string, bool>? ignore = null)
    {
        if (slot.Value is MappingNode mapping)
        {
            var owner = !slot.IsItem ? slot.KeySpan : FirstKey(slot.Reading, mapping, mapping.Entries.Count == 0 ? slot.ValueSpan : slot.KeySpan);
            return Fields.Read(slot.Reading, mapping, owner, definition, slot.Muted, unknownRule, unknown, place, ignore);
        }

        if (slot.IsEmpty)
        {
            return Fields.None(slot.Reading, slot.KeySpan, slot.Muted);
        }

        var lookAlike = slot.Value is ScalarNode { IsPlain: true, Value: var text } ? LookAlikeIn(text) : string.Empty;
        slot.Report(Rule.WrongKind, $"{slot.Subject} must be a mapping, not {slot.Value.Kind}.{lookAlike}");
        slot.Ignore();
        return null;
    }

    /// <summary>The keys of a mapping whose names the author chooses; null: it is none, which is reported.</summary>
    public static Fields? OwnKeys(this Slot slot)
    {
        var names = slot.Value is MappingNode mapping ? mapping.Entries.Select(entry => (entry.Key as ScalarNode)?.Value).OfType<string>() : [];
        return slot.Keys(MappingDefinition.FromNames(slot.Name, names));
    }

    /// <summary>The beginning of a list's item: its first key.</summary>
    public static SourceSpan FirstKey(Reading reading, MappingNode mapping, SourceSpan otherwise) =>
        mapping.Entries.Count > 0 ? reading.Span(mapping.Entries[0].Key) : otherwise;

    private static string LookAlikeIn(string text) => LookAlikes.IndexIn(text) is >= 0 and var index ? $" It contains {LookAlikes.Describe(text[index])}." : string.Empty;

    public static string DidYouMean(string? nearest) => nearest is null ? "." : $". Did you mean '{nearest}'?";

    public static string Shorten(string text) => text.Truncate(100);

    /// <summary>Reports an empty value where a text is due; a <c>#</c> after it was probably meant as its beginning.</summary>
    private static void ReportEmpty(Slot slot, ScalarNode scalar)
    {
        var text = slot.Reading.Text;
        var at = Whitespace.Skip(text, scalar.End);

        if (scalar.Value.Length == 0 && at < text.Length && text[at] == '#')
        {
            var end = text.IndexOfAny(['\r', '\n'], at);
            var comment = (end < 0 ? text.Substring(at) : text.Substring(at, end - at)).TrimEnd();
            slot.Reading.CutTexts.Add(comment);
            var correction = new Correction(slot.IsItem ? at : slot.KeySpan.Start, at, at + comment.Length, YamlText.Quote(comment), $". Put it in quotes: {(slot.IsItem ? "-" : slot.Name + ":")} {YamlText.Quote(Shorten(comment))}");
            var (span, empty) = slot.IsItem ? (slot.Reading.Lines.Span(at, at + comment.Length), $"An item of '{slot.Name}'") : (slot.KeySpan, slot.Subject);
            slot.Report(Rule.WrongKind, span, $"{empty} is empty, because '#' begins a comment", [correction]);
        }
        else if (Anchor(text, scalar) is { } anchor)
        {
            var written = text.Substring(anchor.Start, anchor.End - anchor.Start);
            ReportAnchor(slot, anchor.Start, anchor.End, $"{slot.Subject} must be text, but '{Shorten(written)}' is an anchor in YAML");
        }
        else
        {
            slot.Report(Rule.WrongKind, $"{slot.Subject} must be text, but is empty", Advice.ForEmpty(slot, scalar));
        }
    }

    /// <summary>Reports a text that YAML takes for an anchor, or whose first word it does, such as <c>&amp;amp;</c>, and shows it in quotes.</summary>
    private static void ReportAnchor(Slot slot, int start, int end, string message)
    {
        var quoted = YamlText.Quote(slot.Reading.Text.Substring(start, end - start));
        var correction = new Correction(start, start, end, quoted, $". Put it in quotes: {(slot.IsItem ? quoted : $"{slot.Name}: {quoted}")}");
        slot.Report(Rule.WrongKind, slot.Reading.Lines.Span(start, end), message, [correction]);
    }

    /// <summary>The place of an anchor that was meant as the text itself, such as <c>&amp;foo</c>; null: there is none.</summary>
    private static (int Start, int End)? Anchor(string text, ScalarNode scalar)
    {
        // YAML puts the empty value behind the anchor, even on the next line.
        var end = scalar.Value.Length == 0 ? scalar.Start : 0;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not (',' or '[' or '{'))
        {
            start--;
        }

        return end > start + 1 && text[start] == '&' && text[end - 1] != ':' ? (start, end) : null;
    }

    /// <summary>Warns where a comment directly behind a plain text looks like a part of it.</summary>
    private static void WarnOfCut(Slot slot, ScalarNode scalar)
    {
        var text = slot.Reading.Text;
        var at = scalar.ScalarEnd;
        if (!scalar.IsPlain || at >= text.Length || text[at] is not (' ' or '\t'))
        {
            return;
        }

        at = Whitespace.Skip(text, at);
        if (at + 1 < text.Length && text[at] == '#' && !char.IsWhiteSpace(text[at + 1]))
        {
            var end = text.IndexOfAny(['\r', '\n'], at);
            slot.Reading.CutTexts.Add(end < 0 ? text.Substring(at) : text.Substring(at, end - at));
            slot.Report(Rule.TextCutByComment, slot.Reading.Lines.Span(at, at + 1), $"The text ends before this '#', which begins a comment: the value is just '{Shorten(scalar.Value)}'. Put the text in quotes, or add a space after the '#'.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
