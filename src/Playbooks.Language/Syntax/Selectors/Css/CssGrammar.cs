using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>One walk over the tokens of a CSS selector list, by recursive descent.</summary>
internal sealed class CssGrammar(FlatTemplate template, IReadOnlyList<CssToken> tokens)
{
    // Deeper than anyone writes; what goes deeper is not judged.
    private const int DeepestNesting = 50;

    private readonly CssTokens input = new(template, tokens);
    private int depth;

    /// <summary>The first thing that is wrong; null: nothing.</summary>
    public SelectorFault? Check()
    {
        if (ReadArguments() is { } arguments && !input.HasStopped)
        {
            if (input.Kind != CssTokenKind.End)
            {
                input.Unexpected("a selector");
            }
            else if (arguments.FirstOrDefault(argument => argument.Kind != CssArgumentKind.Selector) is { } wrong)
            {
                input.Stop(wrong.Start, "a selector is expected, not bare text or a number");
            }
        }

        return input.Fault;
    }

    private List<CssArgument> ReadArguments()
    {
        var arguments = new List<CssArgument>();
        do
        {
            input.SkipBlanks();
            arguments.Add(ReadArgument());
            input.SkipBlanks();
        }
        while (!input.HasStopped && input.TryTake(CssTokenKind.Comma));
        return arguments;
    }

    private CssArgument ReadArgument()
    {
        var start = input.Current.Start;
        var kind = input.Kind switch
        {
            CssTokenKind.Number => CssArgumentKind.Number,
            CssTokenKind.String => CssArgumentKind.Text,
            _ => CssArgumentKind.Selector,
        };
        if (kind == CssArgumentKind.Selector)
        {
            ReadComplex();
            return new(kind, start, input.Current.Start);
        }

        var end = input.Current.End;
        input.Take();
        return new(kind, start, end);
    }

    private void ReadComplex()
    {
        input.SkipBlanks();
        if (!input.IsCombinator)
        {
            ReadCompound();
        }

        while (!input.HasStopped)
        {
            input.SkipBlanks();
            if (input.IsCombinator)
            {
                input.Take();
                input.SkipBlanks();
            }
            else if (input.EndsCompound)
            {
                return;
            }

            ReadCompound();
        }
    }

    private void ReadCompound()
    {
        var start = input.Current.Start;
        var css = -1;
        while (!input.HasStopped && !input.EndsCompound)
        {
            var token = input.Current;
            switch (token.Kind)
            {
                case CssTokenKind.Ident:
                case CssTokenKind.Delim when template.Text[token.Start] == '*':
                    if (css >= 0 && !template.HasValue(css, token.End))
                    {
                        input.Stop(token.Start, "an element's name is not allowed here; only '.', '#', '[', ':', a space or a combinator can follow");
                        return;
                    }

                    input.Take();
                    break;
                case CssTokenKind.Id:
                    input.Take();
                    break;
                case CssTokenKind.Hash:
                    var id = template.Text.Substring(token.Start + 1, token.End - token.Start - 1);
                    input.Stop(token.Start, $"an id that does not start with a digit is expected after '#'; write [id=\"{id}\"]");
                    return;
                case CssTokenKind.Delim when template.Text[token.Start] == '.':
                    input.Take();
                    if (!input.TryTake(CssTokenKind.Ident))
                    {
                        input.Unexpected("a class name after '.'");
                        return;
                    }

                    break;
                case CssTokenKind.Colon:
                    input.Take();
                    if (!ReadPseudoClass())
                    {
                        continue;
                    }

                    break;
                case CssTokenKind.OpenSquare:
                    CssAttribute.Read(input);
                    break;
                default:
                    input.Unexpected("an element, '.class', '#id', '[attribute]' or ':pseudo-class'");
                    return;
            }

            css = css < 0 ? token.Start : css;
        }

        if (!input.HasStopped && input.Current.Start == start)
        {
            input.Unexpected("a selector");
        }
    }

    // True where the browser gets it as a part of the CSS, false where Playwright answers for it.
    private bool ReadPseudoClass()
    {
        var token = input.Current;
        var isFunction = token.Kind == CssTokenKind.Function;
        if (!isFunction && token.Kind != CssTokenKind.Ident)
        {
            input.Unexpected(token.Kind == CssTokenKind.Colon ? "the name of a pseudo-class (a pseudo-element cannot be selected)" : "the name of a pseudo-class");
            return true;
        }

        var name = CssPseudoClasses.NameOf(template.Text, token);
        input.Take();
        if (template.HasValue(token.Start, token.End) || name.IndexOf('\\') >= 0)
        {
            // Only the run shows its name.
            if (isFunction)
            {
                ReadUnjudgedArguments(token);
            }

            return true;
        }

        if (!CssPseudoClasses.IsPlaywright(name))
        {
            ReadCssPseudoClass(token, name, isFunction);
            return true;
        }

        var arguments = isFunction ? ReadNested() : [];
        if (isFunction && !input.HasStopped)
        {
            input.Close(CssTokenKind.CloseParen, token.End - 1);
        }

        if (!input.HasStopped && PlaywrightPseudoClass.Fault(template, name, token.Start, arguments) is { } fault)
        {
            input.Stop(fault.Index, fault.What);
        }

        return false;
    }

    private List<CssArgument> ReadNested()
    {
        if (++depth > DeepestNesting)
        {
            input.GiveUp();
            return [];
        }

        var arguments = ReadArguments();
        depth--;
        return arguments;
    }

    private void ReadCssPseudoClass(CssToken token, string name, bool isFunction)
    {
        if (!CssPseudoClasses.IsCss(name, isFunction))
        {
            input.Stop(token.Start - 1, CssPseudoClasses.Help(name, isFunction));
            return;
        }

        if (!isFunction)
        {
            return;
        }

        var start = token.End;
        ReadUnjudgedArguments(token);
        if (input.HasStopped)
        {
            return;
        }

        var end = input.PreviousEnd - 1;
        if (string.IsNullOrWhiteSpace(template.Text.Substring(start, end - start)))
        {
            input.Stop(end, $"an argument of ':{name}' is expected");
        }
        else if (name.StartsWith("nth-", StringComparison.Ordinal) && !NthFormula.IsValid(template, start, end))
        {
            input.Stop(start, "a position is expected, such as 2, odd, even or 2n+1");
        }
    }

    private void ReadUnjudgedArguments(CssToken function)
    {
        var open = 1;
        while (input.Kind != CssTokenKind.End)
        {
            open += input.Kind is CssTokenKind.OpenParen or CssTokenKind.Function ? 1 : input.Kind == CssTokenKind.CloseParen ? -1 : 0;
            if (open == 0)
            {
                break;
            }

            input.Take();
        }

        input.Close(CssTokenKind.CloseParen, function.End - 1);
    }
}
