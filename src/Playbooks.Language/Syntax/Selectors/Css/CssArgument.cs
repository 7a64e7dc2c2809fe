namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>An argument of a pseudo-class that Playwright reads itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
internal sealed record CssArgument(CssArgumentKind Kind, int Start, int End);

/// <summary>What an argument is.</summary>
internal enum CssArgumentKind
{
    /// <summary>A selector.</summary>
    Selector,

    /// <summary>A quoted string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,
}
