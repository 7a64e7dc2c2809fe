namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>Reads an attribute selector, as the browser does, to which Playwright passes it on.</summary>
internal static class CssAttribute
{
    /// <summary>Reads from the opening to the closing bracket.</summary>
    public static void Read(CssTokens input)
    {
        var open = input.Current.Start;
        input.Take();
        var fault = ReadInside(input);

        // Playwright takes all up to the next bracket, whatever it is.
        while (input.Kind is not (CssTokenKind.CloseSquare or CssTokenKind.End))
        {
            input.Take();
        }

        if (input.Kind == CssTokenKind.End)
        {
            input.Close(CssTokenKind.CloseSquare, open);
            return;
        }

        var close = input.Current.Start;
        input.Take();
        if (fault is not null && !HasUnquotedValue(input, open, close))
        {
            input.Stop(fault.Index, fault.What);
        }
    }

    private static SelectorFault? ReadInside(CssTokens input)
    {
        input.SkipBlanks();
        if (input.Is('*'))
        {
            input.Take();
        }

        if (input.Is('|'))
        {
            input.Take();
        }

        if (!input.TryTake(CssTokenKind.Ident))
        {
            return new(input.Current.Start, "an attribute's name is expected");
        }

        input.SkipBlanks();
        if (input.Kind == CssTokenKind.CloseSquare)
        {
            return null;
        }

        if (!input.TryTake(CssTokenKind.Operator))
        {
            return new(input.Current.Start, "']' or one of = ~= |= ^= $= *= is expected");
        }

        input.SkipBlanks();
        return input.Kind switch
        {
            CssTokenKind.Ident or CssTokenKind.String => ReadAfterValue(input),
            CssTokenKind.Number or CssTokenKind.Dimension => new(input.Current.Start, "a value that does not start with a letter must be in quotes; a quote is expected"),
            _ => new(input.Current.Start, "a name or a quoted value is expected"),
        };
    }

    private static SelectorFault? ReadAfterValue(CssTokens input)
    {
        input.Take();
        input.SkipBlanks();
        if (input.Kind == CssTokenKind.Ident && input.Template.Text.Substring(input.Current.Start, input.Current.End - input.Current.Start) is "i" or "I" or "s" or "S")
        {
            input.Take();
            input.SkipBlanks();
        }

        return input.Kind == CssTokenKind.CloseSquare ? null : new(input.Current.Start, "']' is expected after the value (text with spaces or punctuation needs quotes)");
    }

    // An unquoted value can be an operator, a quote, or all of it.
    private static bool HasUnquotedValue(CssTokens input, int open, int close)
    {
        var quote = '\0';
        for (var index = open; index < close; index++)
        {
            var character = input.Template.Text[index];
            if (quote == '\0' && input.Template.IsValue(index))
            {
                return true;
            }

            quote = character is not ('"' or '\'') ? quote : quote == '\0' ? character : quote == character ? '\0' : quote;
        }

        return false;
    }
}
