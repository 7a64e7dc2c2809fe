using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Says what to write instead of a list or mapping where a text is due; each line that it shows compiles.</summary>
internal static class Advice
{
    /// <summary>The rest of the sentence that says what is wrong.</summary>
    public static string ForText(Slot slot)
    {
        var source = slot.Reading.Excerpt(slot.Value);
        if (slot.Value is SequenceNode { Items: { Count: > 0 } items } && items.All(item => item is ScalarNode { IsEmpty: false }))
        {
            if (items.Count == 1 && items[0] is ScalarNode { IsPlain: false })
            {
                return $". Write it without brackets: {Line(slot, slot.Reading.Excerpt(items[0]))}";
            }

            if (items.Count > 1 && slot.Key == StepKeys.Selector && !slot.IsItem)
            {
                var texts = items.ConvertAll(item => YamlText.InFlow(slot.Reading.Excerpt(item)));
                return $". Write several selectors as selector: {{ primary: {texts[0]}, fallbacks: [{string.Join(", ", texts.Skip(1))}] }}";
            }

            if (items.Count > 1)
            {
                return ". Write one text.";
            }
        }

        // Only what nobody means as a list or mapping, such as {order_id} or [data-x], was meant as text.
        return IsFlow(source) && IsOneWord(slot.Value)
            ? $". Put it in quotes: {Line(slot, YamlText.Quote(source))}"
            : ". Write one text.";
    }

    private static bool IsFlow(string source) => source.Length > 1 && (source[0], source[source.Length - 1]) is ('{', '}') or ('[', ']');

    /// <summary>Whether a mapping is a word in braces, which was meant as a placeholder.</summary>
    public static bool IsWordInBraces(MappingNode mapping) => mapping.Entries.Count == 1 && IsOneWord(mapping);

    private static bool IsOneWord(YamlNode node) => node switch
    {
        SequenceNode { Items.Count: <= 1 } sequence => sequence.Items.All(item => item is ScalarNode { IsPlain: true } || IsOneWord(item)),
        MappingNode { Entries.Count: <= 1 } mapping => mapping.Entries.All(entry => entry is { Key: ScalarNode { IsPlain: true }, Value: ScalarNode { IsPlain: true, Value: "" } } || IsOneWord(entry.Key)),
        _ => false,
    };

    private static string Line(Slot slot, string value) => slot.IsItem ? "- " + value : slot.Name + ": " + value;
}
