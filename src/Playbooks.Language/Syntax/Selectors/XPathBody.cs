using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Reads an XPath: quotes and brackets, no further.</summary>
internal static class XPathBody
{
    /// <summary>Checks the body and encodes its values.</summary>
    public static SelectorFault? Read(SelectorPart part, SelectorEdits edits)
    {
        var text = edits.Template.Text;
        if (!part.Named && IsAbsolute(text, part.BodyStart, part.End))
        {
            // To Playwright itself a path with one slash is an XPath only by its engine's name.
            edits.Replace(part.Start, part.Start, [new LiteralPart("xpath=")]);
        }

        var open = new Stack<int>();
        var last = -1;
        for (var index = part.BodyStart; index < part.End; index++)
        {
            var character = text[index];
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            if (character is '"' or '\'')
            {
                var close = text.IndexOf(character, index + 1, part.End - index - 1);
                if (close < 0)
                {
                    return new(index, $"a string has no closing {character}");
                }

                EncodeLiteral(index, close, edits);
                index = close;
            }
            else if (character == '[' && last >= 0 && text[last] == '/')
            {
                return new(index, "a step of the path is expected after '/'");
            }
            else if (character is '[' or '(')
            {
                open.Push(index);
            }
            else if (character is ']' or ')')
            {
                var opening = character == ']' ? '[' : '(';
                if (open.Count == 0 || text[open.Peek()] != opening)
                {
                    return open.Count == 0
                        ? new(index, $"'{character}' has no matching '{opening}'")
                        : new(index, $"'{(opening == '[' ? ')' : ']')}' is expected, to close '{text[open.Peek()]}' at character {edits.Template.Position(open.Peek())}");
                }

                if (character == ']' && open.Peek() == last)
                {
                    return new(index, "a condition is expected between '[' and ']'");
                }

                open.Pop();
            }
            else
            {
                edits.Unquoted(index, index + 1, ValueEncoding.XPathString);
            }

            last = index;
        }

        return last < 0 ? new(part.End, "an XPath is expected")
            : open.Count > 0 ? new(part.End, $"'{(text[open.Peek()] == '[' ? ']' : ')')}' is expected, to close '{text[open.Peek()]}' at character {edits.Template.Position(open.Peek())}")
            : text[last] is '/' or '@' or '|' ? new(last, $"a step of the path is expected after '{text[last]}'")
            : null;
    }

    /// <summary>Whether the path starts at the document's root, and goes on step by step.</summary>
    public static bool IsAbsolute(string text, int start, int end)
    {
        while (start < end && (text[start] == '(' || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        return start + 1 < end && text[start] == '/' && text[start + 1] != '/';
    }

    // XPath has no escapes: a value that holds both quotes can only be put together from pieces, so the whole literal goes.
    private static void EncodeLiteral(int open, int close, SelectorEdits edits)
    {
        var values = edits.Values(open + 1, close).ToList();
        if (values.All(value => value.Placeholder.Raw))
        {
            return;
        }

        if (!values.Any(value => value.Placeholder.Raw))
        {
            edits.Replace(open, close + 1, [edits.Encoded(ValueEncoding.XPathString, open + 1, close)]);
            return;
        }

        var quote = edits.Template.Text[open].ToString();
        var parts = new List<TextPart> { new LiteralPart("concat(") };
        var start = open + 1;
        foreach (var (index, placeholder) in values.Where(value => value.Placeholder.Raw))
        {
            parts.AddRange([edits.Encoded(ValueEncoding.XPathString, start, index), new LiteralPart("," + quote), new ValuePart(placeholder.Name), new LiteralPart(quote + ",")]);
            start = index + 1;
        }

        parts.AddRange([edits.Encoded(ValueEncoding.XPathString, start, close), new LiteralPart(")")]);
        edits.Replace(open, close + 1, parts);
    }
}
