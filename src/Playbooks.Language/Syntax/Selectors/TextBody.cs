using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Reads the body of <c>text=</c>: in quotes exact, between slashes a pattern, else a part of the text.</summary>
internal static class TextBody
{
    /// <summary>Checks the body and encodes its values.</summary>
    public static SelectorFault? Read(SelectorPart part, SelectorEdits edits)
    {
        var text = edits.Template.Text;
        var start = part.BodyStart;
        var end = part.End;
        if (start == end)
        {
            return new(end, "text is expected after 'text='");
        }

        var first = text[start];
        if (first is '"' or '\'')
        {
            if (end - start > 1 && text[end - 1] == first)
            {
                edits.Quoted(start + 1, end - 1, ValueEncoding.QuotedString);
                return null;
            }

            // With a second quote inside it is a text that happens to begin with one.
            if (text.IndexOf(first, start + 1, end - start - 1) < 0 && !edits.Template.HasValue(start, end))
            {
                return new(start, $"quoted text has no closing {first}");
            }
        }
        else if (first == '/' && text.LastIndexOf('/', end - 1, end - start) is var slash && slash > start)
        {
            edits.Quoted(start + 1, slash, ValueEncoding.RegexText);
            return JavaScriptRegex.Check(edits.Template, start + 1, slash) ?? JavaScriptRegex.CheckFlags(edits.Template, slash + 1, end);
        }

        if (edits.HasUnquotedSelectorText(start, end))
        {
            edits.Group(start, end, ValueEncoding.TextPattern);
        }

        return null;
    }
}
