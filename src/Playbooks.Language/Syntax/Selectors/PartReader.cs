using System.Text;
using Playbooks.Language.Syntax.Selectors.Css;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Reads one part of a chain in the grammar of its engine.</summary>
internal static class PartReader
{
    /// <summary>Checks the part and encodes its values.</summary>
    public static PartReading Read(SelectorPart part, SelectorEdits edits)
    {
        var template = edits.Template;
        switch (part.PlainEngine)
        {
            case "css":
                return ReadCss(part, edits);
            case "text":
                return new(part, TextBody.Read(part, edits), "text=" + Written(template, part.BodyStart, part.End));
            case "xpath":
                return new(part, XPathBody.Read(part, edits), "xpath=" + Written(template, part.BodyStart, part.End))
                {
                    IsAbsolutePath = XPathBody.IsAbsolute(template.Text, part.BodyStart, part.End),
                };
            case "role":
                return new(part, RoleBody.Read(part, edits), "role=" + Written(template, part.BodyStart, part.End));
            case "id" or "data-testid" or "data-test-id" or "data-test":
                return new(part, AttributeBody.Read(part, edits), part.Engine + "=" + Written(template, part.BodyStart, part.End));
            case "nth" or "visible":
                return new(part, FilterBody.Read(part, edits), part.Engine + "=" + Written(template, part.BodyStart, part.End));
            default:
                return new(part, Unknown(part), Written(template, part.Start, part.End));
        }
    }

    private static PartReading ReadCss(SelectorPart part, SelectorEdits edits)
    {
        var template = edits.Template;
        var tokens = CssTokenizer.Tokenize(template.Text, part.BodyStart, part.End);
        CssEncoding.Apply(tokens, edits);
        var canonical = CssCanonical.Write(tokens, template);
        var prefix = part.Engine == "css" ? string.Empty : part.Engine + "=";

        // A part that begins with a value can have any engine, which only the run shows.
        var isOpen = !part.Named && part.End > part.Start && template.IsValue(part.Start) && !edits.HasUnquotedSelectorText(part.Start, part.Start + 1);
        var fault = CssCheck.Run(template, tokens);
        if (fault is not null && LocatorCode.SelectorFor(template.Text.Substring(part.Start, part.End - part.Start)) is { } selector)
        {
            fault = new(part.Start, $"a selector is expected, not a method call; write {selector}");
        }

        return new(part, isOpen ? null : fault, prefix + canonical)
        {
            NthChildren = tokens.Count(token => token.Kind == CssTokenKind.Function && CssPseudoClasses.NameOf(template.Text, token) == "nth-child"),
        };
    }

    private static SelectorFault? Unknown(SelectorPart part)
    {
        if (part.Engine.Length == 0 || Engines.Contains(part.Engine))
        {
            return part.Engine.Length == 0 && part.Capture && part.BodyStart == part.Start + 2
                ? new(part.Start, "the name of a selector engine is expected before '='")
                : null;
        }

        var help = Engines.NearestTo(part.Engine) is { } near
            ? $". Did you mean '{near}'?"
            : "; the known engines are css, text, role, xpath, id, data-testid, nth and visible";
        return new(part.Start, $"'{Shown(part.Engine)}' is not a selector engine{help}");
    }

    private static string Shown(string engine) => engine.Truncate(40);

    private static string Written(FlatTemplate template, int start, int end)
    {
        if (!template.HasValue(start, end))
        {
            return template.Text.Substring(start, end - start).Trim();
        }

        var written = new StringBuilder();
        for (var index = start; index < end; index++)
        {
            written.Append(template.Written(index));
        }

        return written.ToString().Trim();
    }
}
