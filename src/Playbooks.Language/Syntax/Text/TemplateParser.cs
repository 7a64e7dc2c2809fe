namespace Playbooks.Language.Syntax.Text;

/// <summary>Takes a text apart into literal text and placeholders.</summary>
public static class TemplateParser
{
    /// <summary>Parses a text of a step. No text makes it throw.</summary>
    /// <param name="value">The scalar's value.</param>
    /// <param name="kind">Which grammar holds.</param>
    /// <param name="knownNames">Parameters, stored values and built-ins that may stand here; case-sensitive.</param>
    public static TemplateSyntax Parse(string value, TemplateKind kind, IReadOnlyCollection<string> knownNames) =>
        new([new LiteralText(value, 0, value.Length)], []);

    /// <summary>Finds known names written as placeholders in a script, where nothing is substituted (PB0110).</summary>
    /// <param name="script">The scalar's value.</param>
    /// <param name="names">Parameters, stored values and built-ins.</param>
    public static IReadOnlyList<SyntaxProblem> FindInScript(string script, IReadOnlyCollection<string> names) => [];
}
