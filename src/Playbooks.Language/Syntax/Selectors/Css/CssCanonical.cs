using System.Text;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>Writes CSS so that two selectors that differ only in whitespace and kinds of quotes are equal.</summary>
internal static class CssCanonical
{
    /// <summary>The canonical text of these tokens.</summary>
    public static string Write(IReadOnlyList<CssToken> tokens, FlatTemplate template)
    {
        var canonical = new StringBuilder();
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Kind == CssTokenKind.Whitespace)
            {
                var isNeeded = index > 0 && !Binds(tokens[index - 1], template, after: false) && !Binds(tokens[index + 1], template, after: true);
                canonical.Append(isNeeded ? " " : string.Empty);
            }
            else if (token.Kind == CssTokenKind.String && !Holds(template.Text, token, '"') && !Holds(template.Text, token, '\\'))
            {
                canonical.Append('"');
                Append(canonical, template, token.Start + 1, token.End - 1);
                canonical.Append('"');
            }
            else
            {
                Append(canonical, template, token.Start, token.End);
            }
        }

        return canonical.ToString();
    }

    // Whitespace next to these has no meaning.
    private static bool Binds(CssToken token, FlatTemplate template, bool after) => token.Kind switch
    {
        CssTokenKind.Comma or CssTokenKind.Operator or CssTokenKind.End => true,
        CssTokenKind.OpenSquare or CssTokenKind.Function or CssTokenKind.OpenParen => !after,
        CssTokenKind.CloseSquare or CssTokenKind.CloseParen => after,
        CssTokenKind.Delim => template.Text[token.Start] is '>' or '+' or '~',
        _ => false,
    };

    private static bool Holds(string text, CssToken token, char character) =>
        text.IndexOf(character, token.Start + 1, token.End - token.Start - 2) >= 0;

    private static void Append(StringBuilder canonical, FlatTemplate template, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            canonical.Append(template.Written(index));
        }
    }
}
