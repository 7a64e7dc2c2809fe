using System.Globalization;
using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Reads the body of <c>nth=</c> and <c>visible=</c>, which pick among what the part before them found.</summary>
internal static class FilterBody
{
    /// <summary>Checks the body and encodes its values.</summary>
    public static SelectorFault? Read(SelectorPart part, SelectorEdits edits)
    {
        edits.Unquoted(part.BodyStart, part.End, ValueEncoding.RegexText);
        if (edits.Template.HasValue(part.BodyStart, part.End))
        {
            return null;
        }

        var body = edits.Template.Text.Substring(part.BodyStart, part.End - part.BodyStart).Trim();
        if (part.PlainEngine == "nth")
        {
            return int.TryParse(body, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? null
                : new(part.BodyStart, "a whole number is expected after 'nth=' (0 is the first, -1 the last)");
        }

        return body is "true" or "false" ? null : new(part.BodyStart, "'true' or 'false' is expected after 'visible='");
    }
}
