using System.Globalization;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Finds a typographic quote where a selector's own quote was meant: at the start of a value, outside quotes.</summary>
internal static class CurlyQuotes
{
    private const string Quotes = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B\u00AB\u00BB\u2039\u203A\uFF02\uFF07";

    public static SelectorFault? Find(FlatTemplate selector)
    {
        var text = selector.Text;
        var quote = '\0';
        var before = '=';
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'' && before is '=' or '(')
            {
                quote = character;
            }
            else if (before is '=' or '(' && Quotes.IndexOf(character) >= 0 && !selector.IsValue(i))
            {
                var code = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
                return new(i, $"the typographic quote U+{code} is used where '\"' or \"'\" is expected");
            }

            before = char.IsWhiteSpace(character) ? before : character;
        }

        return null;
    }
}
