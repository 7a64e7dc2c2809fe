using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Rules;

/// <summary>Names a character that only looks like the right one in every error about the text that contains it.</summary>
internal static class LookAlikeRules
{
    private const int LongestText = 300;

    // What is wrong in these is found character by character, in texts of any language.
    private static readonly Rule[] OfAnyText = [Rule.UnreadableYaml, Rule.OverLimit, Rule.InvalidAriaSnapshot, Rule.InvalidPattern, Rule.ForeignPlaceholder, Rule.MissingKey, Rule.SecretInFile, Rule.ToolFailure];

    public static void Name(Reading reading)
    {
        var pending = reading.Corrections.Select(correction => correction.Index).ToList();
        for (var i = 0; i < reading.Findings.Count; i++)
        {
            var finding = reading.Findings[i];
            if (finding.Rule.Severity == FindingSeverity.Error
                && finding.Span.Length is > 0 and <= LongestText
                && !OfAnyText.Contains(finding.Rule)
                && !pending.Contains(i)
                && finding.Message.IndexOf(" U+", StringComparison.Ordinal) < 0
                && Find(reading.Text.Substring(finding.Span.Start, finding.Span.Length)) is { } character)
            {
                reading.Findings[i] = new(finding.Rule, $"{finding.Message} It contains {LookAlikes.Describe(character)}.", finding.Span);
            }
        }
    }

    /// <summary>The sentence about a text that begins with a quote that is none in YAML; null: it begins with something else.</summary>
    public static string? CurlyQuote(string what, string text) =>
        text.Length > 0 && text[0] > '\u007F' && LookAlikes.Plain(text.Substring(0, 1)) is "\"" or "'"
            ? $"Not a {what}: it begins with {LookAlikes.Describe(text[0])}, which is not a quote in YAML."
            : null;

    /// <summary>The first such character; null: there is none that makes a word of plain letters look like another.</summary>
    private static char? Find(string text)
    {
        for (var at = LookAlikes.IndexIn(text); at >= 0 && at < text.Length; at++)
        {
            if (LookAlikes.IndexIn(text[at].ToString()) < 0)
            {
                continue;
            }

            var word = Word(text, at);
            var plain = LookAlikes.Plain(word);
            var isLetter = LookAlikes.Plain(text[at].ToString()) is { Length: 1 } one && char.IsLetter(one[0]);

            // A word of another script can consist of such letters only.
            if (plain.All(character => character < '\u0080') && (!isLetter || word.Any(character => character < '\u0080')))
            {
                return text[at];
            }
        }

        return null;
    }

    private static string Word(string text, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && IsOfWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsOfWord(text[end]))
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_' || (character >= '\u0080' && LookAlikes.IndexIn(character.ToString()) >= 0);
}
