namespace Playbooks.Language.Model;

/// <summary>A text of a playbook with its placeholders, ready to be bound to values.</summary>
/// <param name="Parts">Literal text, values, and groups of both that are encoded as one.</param>
/// <param name="Raw">The text as the YAML's scalar holds it (unescaped by YAML, placeholders unbound), for documentation.</param>
/// <param name="Span">The scalar, quotes included.</param>
/// <param name="InjectedFrom">
/// Name of the parameter whose <c>inject_into</c> leads here: when it is set, its text replaces the parts.
/// </param>
public sealed record BoundText(EquatableArray<TextPart> Parts, string Raw, SourceSpan Span, string? InjectedFrom = null)
{
    /// <summary>The placeholders as they are written, in the order of the text; those with a wrong format included.</summary>
    public EquatableArray<PlaceholderModel> Placeholders { get; init; }

    /// <summary>The selectors of the frames that contain the element of a selector, the outermost first; none for other texts, and where a chain of selectors has them.</summary>
    public EquatableArray<BoundText> Frames { get; init; }

    /// <summary>Whether no value can change this text.</summary>
    public bool IsLiteral => InjectedFrom is null && Parts.All(part => part is LiteralPart);
}

/// <summary>A placeholder in a text.</summary>
/// <param name="Name">The known name that it uses.</param>
/// <param name="Span">From its opening to its closing brace, in the file.</param>
public sealed record PlaceholderModel(string Name, SourceSpan Span);

/// <summary>A piece of a <see cref="BoundText"/>.</summary>
public abstract record TextPart;

/// <summary>Literal text; <c>{{</c> is already <c>{</c>.</summary>
public sealed record LiteralPart(string Text) : TextPart;

/// <summary>The value of a parameter, a stored value or a built-in, as invariant text.</summary>
/// <param name="Name">A known name; see <see cref="PlaybookModel.Parameters"/>, <see cref="PlaybookModel.StoredValues"/>, <c>base_url</c>, <c>run_id</c>, or a built-in date or fresh value with its offset and format.</param>
public sealed record ValuePart(string Name) : TextPart
{
    /// <summary>Whether the name is one of the built-in dates and fresh values, if nothing of the playbook has it.</summary>
    public bool IsFresh => FreshValue.IsOne(Name);
}

/// <summary>Parts that are joined and then encoded as one, for the place they land in.</summary>
public sealed record EncodedPart(ValueEncoding Encoding, EquatableArray<TextPart> Parts) : TextPart;

/// <summary>
/// How a text is encoded for where it lands. Each member has a method of the same name in the runtime's <c>Bind</c> class.
/// </summary>
public enum ValueEncoding
{
    /// <summary>Percent-encoded, for a URL's path, query or fragment.</summary>
    Url,

    /// <summary>
    /// Escaped for the inside of a CSS string, in either kind of quotes. Also for a <c>selector_text</c> that lands unquoted as
    /// an attribute's value, in <c>:has-text()</c> or a similar pseudo-class, in <c>id=</c> or <c>data-testid=</c>: the quotes are written beside it.
    /// </summary>
    CssString,

    /// <summary>Escaped as a CSS identifier, for a <c>selector_text</c> that lands unquoted in CSS as a class, an id or a name.</summary>
    CssIdentifier,

    /// <summary>Escaped for the inside of a quoted string of Playwright's own engines (text, role), in any kind of quotes.</summary>
    QuotedString,

    /// <summary>A whole quoted string with its quotes, for a <c>selector_text</c> that lands unquoted as an attribute's value.</summary>
    QuotedValue,

    /// <summary>Escaped for the inside of a regular expression between slashes.</summary>
    RegexText,

    /// <summary>The whole body of an unquoted <c>text=</c> made a pattern that matches the same text and nothing else.</summary>
    TextPattern,

    /// <summary>
    /// A whole XPath string expression with its quotes, by <c>concat()</c> where it contains both kinds. A backslash must not be
    /// before a closing quote: XPath has no escapes, but Playwright skips what follows a backslash when it splits a chain at <c>&gt;&gt;</c>.
    /// </summary>
    XPathString,
}
