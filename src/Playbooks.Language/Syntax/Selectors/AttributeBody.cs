using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Reads the body of <c>id=</c>, <c>data-testid=</c>, and similar engines: the whole value of an attribute, as written.</summary>
internal static class AttributeBody
{
    /// <summary>Checks the body and encodes its values.</summary>
    public static SelectorFault? Read(SelectorPart part, SelectorEdits edits)
    {
        if (part.BodyStart == part.End)
        {
            return new(part.End, $"a value is expected after '{part.Engine}='");
        }

        // These engines take no quotes, so a value could end the part with `>>`. The same in CSS can hold it.
        if (edits.HasUnquotedSelectorText(part.BodyStart, part.End))
        {
            var engine = (part.Capture ? "*" : string.Empty) + (part.Engine == part.PlainEngine ? "css" : "css:light");
            edits.Replace(part.Start, part.End, [new LiteralPart($"{engine}=[{part.PlainEngine}=\""), .. Body(part, edits), new LiteralPart("\"]")]);
        }

        return null;
    }

    private static IEnumerable<TextPart> Body(SelectorPart part, SelectorEdits edits)
    {
        var start = part.BodyStart;
        foreach (var (index, placeholder) in edits.Values(part.BodyStart, part.End).Where(value => value.Placeholder.Raw))
        {
            if (index > start)
            {
                yield return edits.Encoded(ValueEncoding.CssString, start, index);
            }

            yield return new ValuePart(placeholder.Name);
            start = index + 1;
        }

        if (start < part.End)
        {
            yield return edits.Encoded(ValueEncoding.CssString, start, part.End);
        }
    }
}
