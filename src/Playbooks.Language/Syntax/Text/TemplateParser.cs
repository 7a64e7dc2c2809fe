namespace Playbooks.Language.Syntax.Text;

/// <summary>Takes a text apart into literal text and placeholders.</summary>
public static class TemplateParser
{
    /// <summary>Parses a text of a step. No text makes it throw.</summary>
    /// <param name="value">The scalar's value.</param>
    /// <param name="kind">Which grammar holds.</param>
    /// <param name="knownNames">The parameters, stored values, and built-ins that are allowed here; case-sensitive.</param>
    public static TemplateSyntax Parse(string value, TemplateKind kind, IReadOnlyCollection<string> knownNames) =>
        new TemplateReading(value, kind, new KnownNames(knownNames)).Read();

    /// <summary>Finds known names written as placeholders in a script, where nothing is substituted (PB0110).</summary>
    /// <param name="script">The scalar's value.</param>
    /// <param name="names">Parameters, stored values and built-ins.</param>
    public static IReadOnlyList<SyntaxProblem> FindInScript(string script, IReadOnlyCollection<string> names)
    {
        var known = new KnownNames(names);
        var problems = new List<SyntaxProblem>();
        for (var index = script.IndexOf('{'); index >= 0; index = script.IndexOf('{', index + 1))
        {
            if (PlaceholderShape.At(script, index, '}') is { } shape
                && shape.Format is null or "raw"
                && known.Contains(shape.Name))
            {
                problems.Add(new(
                    Rule.PlaceholderInScript,
                    index,
                    shape.Length,
                    $"'{{{shape.Name}}}' is not replaced in a script. Pass the value as args: {{ {shape.Name}: \"{{{shape.Name}}}\" }}."));
            }
        }

        return problems;
    }
}
