using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Tests.Syntax;

/// <summary>Writes templates and bound parts as text, so that a test's expectation is one line.</summary>
internal static class Templates
{
    public static readonly string[] Names = ["order_id", "customer", "base_url", "run_id"];

    public static TemplateSyntax Text(string value, params string[] names) =>
        TemplateParser.Parse(value, TemplateKind.Text, names.Length == 0 ? Names : names);

    public static TemplateSyntax Message(string value) => TemplateParser.Parse(value, TemplateKind.FailureMessage, Names);

    /// <summary>Literal text as it is, a placeholder as [name] or [name:raw].</summary>
    public static string Write(TemplateSyntax template) => string.Concat(template.Parts.Select(part => part switch
    {
        Placeholder placeholder => "[" + placeholder.Name + (placeholder.Raw ? ":raw]" : "]"),
        _ => ((LiteralText)part).Text,
    }));

    /// <summary>Each problem as its id, the marked text, and the message.</summary>
    public static string[] Problems(TemplateSyntax template, string value) =>
        [.. template.Problems.Select(problem => $"{problem.Rule.Id} '{value.Substring(problem.Start, problem.Length)}' {problem.Message}")];

    /// <summary>Literal text as it is, a value as [name], an encoded group as Encoding(…).</summary>
    public static string Write(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part switch
    {
        LiteralPart literal => literal.Text,
        ValuePart value => "[" + value.Name + "]",
        EncodedPart encoded => encoded.Encoding + "(" + Write(encoded.Parts) + ")",
        _ => throw new InvalidOperationException(),
    }));
}
