using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Says what may be written instead of a value of the wrong kind; what is said in the end is checked by <see cref="CorrectionRules"/>.</summary>
internal static class Advice
{
    /// <summary>What may be written instead of a list or mapping where a text is expected.</summary>
    /// <param name="slot">The list or mapping.</param>
    public static IEnumerable<Correction> ForText(Slot slot)
    {
        var source = slot.Reading.Source(slot.Value);
        var items = slot.Value is SequenceNode sequence && sequence.Items.All(item => item is ScalarNode { IsEmpty: false }) ? sequence.Items : [];
        if (items.Count > 1 && slot.Key == StepKeys.Selector && !slot.IsItem)
        {
            var texts = items.ConvertAll(item => YamlText.InFlow(slot.Reading.Excerpt(item)));
            var chain = $"{{ primary: {texts[0]}, fallbacks: [{string.Join(", ", texts.Skip(1))}] }}";
            yield return Replace(slot, chain, $". Write several selectors as selector: {chain}");
        }

        // Only what nobody means as a list or mapping, such as {order_id} or [data-x], was meant as text; brackets around what
        // names something are never a part of its name.
        var bare = items.Count == 1 ? slot.Reading.Excerpt(items[0]) : null;
        if (IsFlow(source) && IsOneWord(slot.Value) && (bare is null || !NamesSomething(slot)))
        {
            yield return InQuotes(slot, YamlText.Quote(Placeholder(slot.Value) ?? source));
        }

        // A text with a colon, such as the item of [Total: 5].
        if (slot is { IsItem: true, Value: MappingNode { Entries.Count: 1 } } && source[0] != '{' && source.IndexOfAny(['\r', '\n']) < 0)
        {
            yield return InQuotes(slot, YamlText.Quote(source));
        }

        if (bare is not null)
        {
            yield return Replace(slot, bare, $". Write it {(IsFlow(source) ? "without brackets" : "without a dash")}: {Line(slot, bare)}");
        }

        yield return Correction.Otherwise(". Write a single text value.");
    }

    /// <summary>What may be written instead of a text where a list is expected.</summary>
    /// <param name="slot">The text.</param>
    public static IEnumerable<Correction> ForList(Slot slot)
    {
        var source = slot.Reading.Source(slot.Value);
        if (source.Length > 0 && source.IndexOfAny(['\r', '\n']) < 0)
        {
            var list = $"[{YamlText.InFlow(source)}]";
            yield return Replace(slot, list, $". Write it as {slot.Name}: {list}");
        }
    }

    /// <summary>What may be written instead of an empty value where a text is expected.</summary>
    /// <param name="slot">The value.</param>
    /// <param name="scalar">The same value.</param>
    public static IEnumerable<Correction> ForEmpty(Slot slot, ScalarNode scalar)
    {
        if (NamesSomething(slot))
        {
            yield break;
        }

        if (scalar.Value.Length > 0)
        {
            yield return Replace(slot, YamlText.Quote(scalar.Value), $". Put '{scalar.Value}' in quotes if you mean this text.");
            yield break;
        }

        var at = slot.IsItem ? scalar.Start : slot.Reading.Text.IndexOf(':', Math.Min(slot.KeySpan.End, slot.Reading.Text.Length)) + 1;
        if (at > 0)
        {
            yield return new(slot.IsItem ? at : slot.KeySpan.Start, at, at, " \"\"", ". If you mean empty text, write \"\".");
        }
    }

    /// <summary>Whether a mapping is a word in braces, which was meant as a placeholder.</summary>
    public static bool IsWordInBraces(MappingNode mapping) => mapping.Entries.Count == 1 && IsOneWord(mapping);

    /// <summary>A correction of a value.</summary>
    public static Correction Replace(Slot slot, string text, string sentence) =>
        new(slot.IsItem || slot.KeySpan.Start > slot.Value.Start ? slot.Value.Start : slot.KeySpan.Start, slot.Value.Start, slot.Value.End, text, sentence);

    /// <summary>A correction that puts a value in quotes.</summary>
    public static Correction InQuotes(Slot slot, string quoted) => Replace(slot, quoted, $". Put it in quotes: {Line(slot, quoted)}");

    /// <summary>Whether the text is the name of a file or a playbook, which one file alone does not show to be wrong.</summary>
    private static bool NamesSomething(Slot slot) => slot.Key.Kind is KeyKind.File or KeyKind.Files or KeyKind.PlaybookReference;

    private static bool IsFlow(string source) => source.Length > 1 && source.IndexOfAny(['\r', '\n']) < 0 && (source[0], source[source.Length - 1]) is ('{', '}') or ('[', ']');

    private static bool IsOneWord(YamlNode node) => node switch
    {
        SequenceNode { Items.Count: <= 1 } sequence => sequence.Items.All(item => item is ScalarNode { IsPlain: true } || IsOneWord(item)),
        MappingNode { Entries.Count: <= 1 } mapping => mapping.Entries.All(entry => entry is { Key: ScalarNode { IsPlain: true }, Value: ScalarNode { IsPlain: true, Value: "" } } || IsOneWord(entry.Key)),
        _ => false,
    };

    /// <summary>The placeholder that braces around a word are meant as; null: they are not around a word.</summary>
    private static string? Placeholder(YamlNode node) => node switch
    {
        MappingNode { Entries.Count: 1 } mapping when mapping.Entries[0].Key is ScalarNode word => "{" + word.Value + "}",
        MappingNode { Entries.Count: 1 } mapping => Placeholder(mapping.Entries[0].Key),
        _ => null,
    };

    /// <summary>The line as it reads with a value; an item of a list in brackets is shown alone.</summary>
    private static string Line(Slot slot, string value) =>
        !slot.IsItem ? $"{slot.Name}: {value}" : slot.Reading.Text.Substring(0, slot.Value.Start).TrimEnd(' ').EndsWith("-", StringComparison.Ordinal) ? "- " + value : value;
}
