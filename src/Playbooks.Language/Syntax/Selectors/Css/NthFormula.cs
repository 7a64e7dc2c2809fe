using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>Checks the argument of <c>:nth-child</c> and similar pseudo-classes: <c>2</c>, <c>odd</c>, <c>2n+1</c>, <c>-n + 3 of .open</c>.</summary>
internal static class NthFormula
{
    /// <summary>Whether the range is such a formula; one with a value in it may be.</summary>
    public static bool IsValid(FlatTemplate template, int start, int end)
    {
        if (template.HasValue(start, end))
        {
            return true;
        }

        var text = template.Text.Substring(start, end - start).Trim().ToLowerInvariant();

        // What follows `of` is a selector, which the browser judges.
        var of = text.IndexOf(" of", StringComparison.Ordinal);
        text = of < 0 || (of + 3 < text.Length && char.IsLetterOrDigit(text[of + 3])) ? text : text.Substring(0, of).TrimEnd();
        if (text is "odd" or "even" || text.IndexOf("/*", StringComparison.Ordinal) >= 0 || text.IndexOf('\\') >= 0)
        {
            return true;
        }

        var n = text.IndexOf('n');
        return n < 0 ? IsInteger(text, needsDigits: true) : IsInteger(text.Substring(0, n), needsDigits: false) && IsOffset(text.Substring(n + 1));
    }

    private static bool IsOffset(string text)
    {
        text = text.Trim();
        return text.Length == 0 || (text[0] is '+' or '-' && IsDigits(text.Substring(1).TrimStart()));
    }

    private static bool IsInteger(string text, bool needsDigits)
    {
        var digits = text.Length > 0 && text[0] is '+' or '-' ? text.Substring(1) : text;
        return digits.Length == 0 ? !needsDigits : IsDigits(digits);
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(character => character is >= '0' and <= '9');
}
