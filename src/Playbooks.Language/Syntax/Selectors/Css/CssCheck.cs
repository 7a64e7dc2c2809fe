using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>Checks CSS selectors: first by Playwright's grammar, then by the browser's for what Playwright passes on.</summary>
internal static class CssCheck
{
    /// <summary>The first thing that is wrong; null: nothing.</summary>
    public static SelectorFault? Run(FlatTemplate template, IReadOnlyList<CssToken> tokens)
    {
        var inTokens = tokens.Select(token => Fault(template, token)).FirstOrDefault(fault => fault is not null);
        var inGrammar = new CssGrammar(template, tokens).Check();
        return inTokens is null || (inGrammar is not null && inGrammar.Index < inTokens.Index) ? inGrammar : inTokens;
    }

    private static SelectorFault? Fault(FlatTemplate template, CssToken token)
    {
        var text = template.Text;
        switch (token.Kind)
        {
            case CssTokenKind.OpenString:
                return new(token.Start, $"a string has no closing {text[token.Start]}");
            case CssTokenKind.BrokenString:
                return new(token.Start, $"a line break ends this string before its closing {text[token.Start]}");
            case CssTokenKind.Foreign:
                return new(token.Start, $"'{text[token.Start]}' is not allowed in a CSS selector (except inside quotes)");
            default:
                return null;
        }
    }
}
