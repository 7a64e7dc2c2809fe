using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>Encodes the values in CSS: in strings for the string, elsewhere a selector_text as a name.</summary>
internal static class CssEncoding
{
    private static readonly string[] TextPseudoClasses = ["text", "text-is", "text-matches", "has-text"];

    /// <summary>Encodes the values of all tokens.</summary>
    public static void Apply(IReadOnlyList<CssToken> tokens, SelectorEdits edits)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (!edits.Template.HasValue(token.Start, token.End))
            {
                continue;
            }

            if (token.Kind is CssTokenKind.String or CssTokenKind.OpenString or CssTokenKind.BrokenString)
            {
                edits.Quoted(token.Start, token.End, ValueEncoding.CssString);
            }
            else if (IsWholeText(tokens, index, edits) || IsAttributeValue(tokens, index, edits))
            {
                edits.Replace(
                    token.Start,
                    token.End,
                    [new LiteralPart("\""), edits.Encoded(ValueEncoding.CssString, token.Start, token.End), new LiteralPart("\"")]);
            }
            else
            {
                edits.Unquoted(token.Start, token.End, ValueEncoding.CssIdentifier);
            }
        }
    }

    // `:has-text({label})` wants a string, and a name is none.
    private static bool IsWholeText(IReadOnlyList<CssToken> tokens, int index, SelectorEdits edits) =>
        index > 0
        && tokens[index].End - tokens[index].Start == 1
        && edits.HasUnquotedSelectorText(tokens[index].Start, tokens[index].End)
        && tokens[index - 1].Kind == CssTokenKind.Function
        && tokens[index + 1].Kind == CssTokenKind.CloseParen
        && Array.IndexOf(TextPseudoClasses, CssPseudoClasses.NameOf(edits.Template.Text, tokens[index - 1])) >= 0;

    // In quotes a value does not need the form of a name. Playwright does not pass on a lone `-`, for example, unchanged.
    private static bool IsAttributeValue(IReadOnlyList<CssToken> tokens, int index, SelectorEdits edits)
    {
        var token = tokens[index];
        var before = index - 1;
        while (before >= 0 && tokens[before].Kind == CssTokenKind.Whitespace)
        {
            before--;
        }

        return before >= 0
            && tokens[before].Kind == CssTokenKind.Operator
            && token.Kind == CssTokenKind.Ident
            && edits.HasUnquotedSelectorText(token.Start, token.End)
            && edits.Values(token.Start, token.End).All(value => !value.Placeholder.Raw)
            && edits.Template.Text.IndexOf('\\', token.Start, token.End - token.Start) < 0;
    }
}
