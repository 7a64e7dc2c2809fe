using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Urls;

/// <summary>Checks a URL and encodes the values in it.</summary>
public static class UrlParser
{
    /// <summary>Parses a URL. No text makes it throw.</summary>
    /// <param name="template">The URL, taken apart into text and placeholders.</param>
    public static UrlSyntax Parse(TemplateSyntax template) =>
        new(
            template.Parts.Select(part => part is Placeholder placeholder ? (TextPart)new ValuePart(placeholder.Name) : new LiteralPart(((LiteralText)part).Text)).ToEquatableArray(),
            null,
            null,
            null,
            []);
}
