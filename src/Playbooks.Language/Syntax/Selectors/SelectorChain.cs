using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Splits a chain at its <c>&gt;&gt;</c> and names each part's engine, as Playwright does.</summary>
internal static class SelectorChain
{
    /// <summary>The parts in their order; at least one, perhaps empty.</summary>
    public static IReadOnlyList<SelectorPart> Split(FlatTemplate template)
    {
        var text = template.Text;
        var parts = new List<SelectorPart>();
        var start = 0;
        var index = 0;
        var quote = '\0';
        var textBody = TextBodyStart(text, 0);
        while (index < text.Length)
        {
            var character = text[index];
            if (character == '\\' && index + 1 < text.Length)
            {
                index += 2;
            }
            else if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
                index++;
            }
            else if (character is '"' or '\'' or '`')
            {
                // In an unquoted text= a quote is a character like any other.
                quote = textBody >= 0 && index > textBody ? '\0' : character;
                index++;
            }
            else if (character == '>' && index + 1 < text.Length && text[index + 1] == '>')
            {
                parts.Add(Part(template, start, index));
                index += 2;
                start = index;
                textBody = TextBodyStart(text, start);
            }
            else
            {
                // A line break ends that privilege of text=.
                textBody = character is '\n' or '\r' && textBody >= 0 && index >= textBody ? -1 : textBody;
                index++;
            }
        }

        parts.Add(Part(template, start, text.Length));
        return parts;
    }

    private static int TextBodyStart(string text, int start)
    {
        const string Engine = "text";
        var index = SkipBlanks(text, start, text.Length);
        if (string.CompareOrdinal(text, index, Engine, 0, Engine.Length) != 0)
        {
            return -1;
        }

        index = SkipBlanks(text, index + Engine.Length, text.Length);
        return index < text.Length && text[index] == '=' ? index + 1 : -1;
    }

    private static SelectorPart Part(FlatTemplate template, int start, int end)
    {
        var text = template.Text;
        start = SkipBlanks(text, start, end);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var equals = EngineEnd(template, start, end);
        if (equals >= 0)
        {
            var engine = text.Substring(start, equals - start).Trim();
            var capture = engine.Length > 0 && engine[0] == '*';
            var name = template.HasValue(start, equals) ? string.Empty : capture ? engine.Substring(1) : engine;
            return new(name, capture, true, start, equals + 1, end);
        }

        return new(ImpliedEngine(template, start, end), false, false, start, start, end);
    }

    // Where the characters before the first equals sign could be an engine's name, they are.
    private static int EngineEnd(FlatTemplate template, int start, int end)
    {
        var length = 0;
        var ended = false;
        for (var index = start; index < end; index++)
        {
            var character = template.Text[index];
            if (character == '=')
            {
                return length > 0 ? index : -1;
            }

            if (char.IsWhiteSpace(character))
            {
                ended = true;
                continue;
            }

            var inName = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '+' or ':' or '*';
            if (ended || (!inName && !template.IsValue(index)))
            {
                return -1;
            }

            length++;
        }

        return -1;
    }

    private static string ImpliedEngine(FlatTemplate template, int start, int end)
    {
        var text = template.Text;
        if (end - start > 1 && text[start] is '"' or '\'' && text[start] == text[end - 1])
        {
            return "text";
        }

        var slash = start;
        while (slash < end && text[slash] == '(')
        {
            slash++;
        }

        // Playwright takes only `//` for an XPath; a single slash can begin nothing else either, unless it is a comment.
        var isPath = slash < end && text[slash] == '/' && (slash + 1 == end || text[slash + 1] != '*');
        return isPath || (end - start >= 2 && text[start] == '.' && text[start + 1] == '.') ? "xpath" : "css";
    }

    private static int SkipBlanks(string text, int index, int end)
    {
        while (index < end && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }
}
