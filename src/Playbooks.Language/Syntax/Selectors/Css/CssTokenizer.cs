namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>Cuts CSS into tokens by the rules of the CSS Syntax module. Comments vanish.</summary>
internal sealed class CssTokenizer
{
    private readonly string text;
    private readonly int end;
    private int index;

    private CssTokenizer(string text, int start, int end)
    {
        this.text = text;
        this.end = end;
        index = start;
    }

    /// <summary>The tokens of a range; the last one is its end.</summary>
    public static IReadOnlyList<CssToken> Tokenize(string text, int start, int end)
    {
        var tokenizer = new CssTokenizer(text, start, end);
        var tokens = new List<CssToken>();
        while (tokenizer.SkipComments())
        {
            var from = tokenizer.index;
            var kind = tokenizer.Next();
            tokens.Add(new(kind, from, tokenizer.index));
        }

        tokens.Add(new(CssTokenKind.End, end, end));
        return tokens;
    }

    private bool SkipComments()
    {
        while (At(0) == '/' && At(1) == '*')
        {
            var close = text.IndexOf("*/", index + 2, end - index - 2, StringComparison.Ordinal);
            index = close < 0 ? end : close + 2;
        }

        return index < end;
    }

    private CssTokenKind Next()
    {
        var character = text[index];
        if (IsBlank(character))
        {
            while (index < end && IsBlank(text[index]))
            {
                index++;
            }

            return CssTokenKind.Whitespace;
        }

        if (StartsNumber())
        {
            return Number();
        }

        if (StartsName(0))
        {
            return NameLike();
        }

        switch (character)
        {
            case '"' or '\'':
                return String(character);
            case '#' when IsNamePart(At(1)) || IsEscape(1):
                var kind = StartsName(1) ? CssTokenKind.Id : CssTokenKind.Hash;
                index++;
                SkipName();
                return kind;
            case '~' or '|' or '^' or '$' or '*' when At(1) == '=':
                return Take(2, CssTokenKind.Operator);
            case '|' when At(1) == '|':
                return Take(2, CssTokenKind.Foreign);
            case '<' when At(1) == '!' && At(2) == '-' && At(3) == '-':
                return Take(4, CssTokenKind.Foreign);
            case '-' when At(1) == '-' && At(2) == '>':
                return Take(3, CssTokenKind.Foreign);
            case '@' when StartsName(1):
                index++;
                SkipName();
                return CssTokenKind.Foreign;
            case '{' or '}' or ';':
                return Take(1, CssTokenKind.Foreign);
            case '=':
                return Take(1, CssTokenKind.Operator);
            case ',':
                return Take(1, CssTokenKind.Comma);
            case ':':
                return Take(1, CssTokenKind.Colon);
            case '[':
                return Take(1, CssTokenKind.OpenSquare);
            case ']':
                return Take(1, CssTokenKind.CloseSquare);
            case '(':
                return Take(1, CssTokenKind.OpenParen);
            case ')':
                return Take(1, CssTokenKind.CloseParen);
            default:
                return Take(1, CssTokenKind.Delim);
        }
    }

    private CssTokenKind Take(int length, CssTokenKind kind)
    {
        index += length;
        return kind;
    }

    private CssTokenKind String(char quote)
    {
        for (index++; index < end; index++)
        {
            var character = text[index];
            if (character == quote)
            {
                index++;
                return CssTokenKind.String;
            }

            if (IsNewLine(character))
            {
                return CssTokenKind.BrokenString;
            }

            if (character == '\\')
            {
                index += At(1) == '\r' && At(2) == '\n' ? 2 : 1;
            }
        }

        index = end;
        return CssTokenKind.OpenString;
    }

    private CssTokenKind Number()
    {
        index += At(0) is '+' or '-' ? 1 : 0;
        SkipDigits();
        if (At(0) == '.' && IsDigit(At(1)))
        {
            index++;
            SkipDigits();
        }

        if (At(0) is 'e' or 'E' && (IsDigit(At(1)) || (At(1) is '+' or '-' && IsDigit(At(2)))))
        {
            index += 2;
            SkipDigits();
        }

        if (At(0) == '%')
        {
            return Take(1, CssTokenKind.Dimension);
        }

        if (!StartsName(0))
        {
            return CssTokenKind.Number;
        }

        SkipName();
        return CssTokenKind.Dimension;
    }

    private CssTokenKind NameLike()
    {
        var start = index;
        SkipName();
        if (At(0) != '(')
        {
            return CssTokenKind.Ident;
        }

        var isUrl = index - start == 3 && string.Compare(text, start, "url", 0, 3, StringComparison.OrdinalIgnoreCase) == 0;
        index++;
        if (!isUrl)
        {
            return CssTokenKind.Function;
        }

        var first = index;
        while (first < end && IsBlank(text[first]))
        {
            first++;
        }

        if (first < end && text[first] is '"' or '\'')
        {
            return CssTokenKind.Function;
        }

        var close = text.IndexOf(')', index, end - index);
        index = close < 0 ? end : close + 1;
        return CssTokenKind.Foreign;
    }

    private void SkipName()
    {
        while (index < end)
        {
            if (IsNamePart(text[index]))
            {
                index++;
            }
            else if (IsEscape(0))
            {
                SkipEscape();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipEscape()
    {
        index++;
        var digits = 0;
        while (digits < 6 && IsHex(At(0)))
        {
            index++;
            digits++;
        }

        if (digits == 0)
        {
            index = Math.Min(index + 1, end);
        }
        else if (IsBlank(At(0)))
        {
            index += At(0) == '\r' && At(1) == '\n' ? 2 : 1;
        }
    }

    private void SkipDigits()
    {
        while (IsDigit(At(0)))
        {
            index++;
        }
    }

    private bool StartsNumber()
    {
        var sign = At(0) is '+' or '-' ? 1 : 0;
        return IsDigit(At(sign)) || (At(sign) == '.' && IsDigit(At(sign + 1)));
    }

    private bool StartsName(int offset) => At(offset) == '-'
        ? IsNameStart(At(offset + 1)) || (At(offset + 1) == '-' && At(offset + 2) != '>') || IsEscape(offset + 1)
        : IsNameStart(At(offset)) || IsEscape(offset);

    private bool IsEscape(int offset) => At(offset) == '\\' && !IsNewLine(At(offset + 1));

    private char At(int offset) => index + offset < end ? text[index + offset] : '\0';

    private static bool IsNameStart(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\x80';

    private static bool IsNamePart(char character) => IsNameStart(character) || IsDigit(character) || character == '-';

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsHex(char character) => IsDigit(character) || character is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static bool IsNewLine(char character) => character is '\n' or '\r' or '\f';

    private static bool IsBlank(char character) => character is ' ' or '\t' || IsNewLine(character);
}
