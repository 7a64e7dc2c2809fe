namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>A token of CSS, as a range of the flat template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
internal readonly record struct CssToken(CssTokenKind Kind, int Start, int End);

/// <summary>What a token of CSS is, as far as selectors distinguish tokens.</summary>
internal enum CssTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Blanks and line breaks.</summary>
    Whitespace,

    /// <summary>A name.</summary>
    Ident,

    /// <summary>A name and its opening parenthesis.</summary>
    Function,

    /// <summary><c>#</c> and what can be an id.</summary>
    Id,

    /// <summary><c>#</c> and what can be no id, such as a number.</summary>
    Hash,

    /// <summary>A quoted string.</summary>
    String,

    /// <summary>A quoted string without its end.</summary>
    OpenString,

    /// <summary>A quoted string that a line break cuts.</summary>
    BrokenString,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number with a unit or a percent sign.</summary>
    Dimension,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>[</c></summary>
    OpenSquare,

    /// <summary><c>]</c></summary>
    CloseSquare,

    /// <summary><c>(</c></summary>
    OpenParen,

    /// <summary><c>)</c></summary>
    CloseParen,

    /// <summary><c>=</c> and its likes, such as <c>*=</c>.</summary>
    Operator,

    /// <summary>What is not allowed anywhere in a selector: a brace, a semicolon, an at-word, a bare url().</summary>
    Foreign,

    /// <summary>Any other character.</summary>
    Delim,
}
