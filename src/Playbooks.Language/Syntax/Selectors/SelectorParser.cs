using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Checks a selector as far as that can be done without a page, and encodes the values in it.</summary>
public static class SelectorParser
{
    /// <summary>Parses a selector. No text makes it throw.</summary>
    /// <param name="template">The selector, taken apart into text and placeholders.</param>
    /// <param name="isSelectorText">Whether a name is a parameter of the type selector_text.</param>
    public static SelectorSyntax Parse(TemplateSyntax template, Func<string, bool> isSelectorText) =>
        new(
            template.Parts.Select(part => part is Placeholder placeholder ? (TextPart)new ValuePart(placeholder.Name) : new LiteralPart(((LiteralText)part).Text)).ToEquatableArray(),
            null,
            null,
            string.Concat(template.Parts.Select(part => part is Placeholder placeholder ? "{" + placeholder.Name + "}" : ((LiteralText)part).Text)));
}
