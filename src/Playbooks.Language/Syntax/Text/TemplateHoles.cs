namespace Playbooks.Language.Syntax.Text;

/// <summary>Puts values in the place of wrong placeholders, so that parsers of other grammars do not report them again.</summary>
internal static class TemplateHoles
{
    /// <summary>The template with a value in the place of each wrong placeholder, so that one mistake is not taken for two.</summary>
    public static TemplateSyntax In(TemplateSyntax template)
    {
        if (template.Problems.Count == 0)
        {
            return template;
        }

        var parts = new List<TemplatePart>();
        var next = 0;
        foreach (var part in template.Parts)
        {
            if (part is not LiteralText literal)
            {
                parts.Add(part);
                continue;
            }

            var at = literal.Start;
            var end = literal.Start + literal.Length;
            while (next < template.Problems.Count && template.Problems[next].Start < end)
            {
                var problem = template.Problems[next];
                var problemEnd = problem.Start + problem.Length;
                if (problemEnd > at)
                {
                    if (problem.Start > at)
                    {
                        parts.Add(new LiteralText(literal.Text.Substring(at - literal.Start, problem.Start - at), at, problem.Start - at));
                        at = problem.Start;
                    }

                    var holeEnd = Math.Min(problemEnd, end);
                    parts.Add(new Placeholder("?", false, at, holeEnd - at));
                    at = holeEnd;
                }

                if (problemEnd > end)
                {
                    // It goes on in the next part.
                    break;
                }

                next++;
            }

            if (at == literal.Start)
            {
                parts.Add(literal);
            }
            else if (at < end)
            {
                parts.Add(new LiteralText(literal.Text.Substring(at - literal.Start), at, end - at));
            }
        }

        return new(parts, template.Problems);
    }
}
