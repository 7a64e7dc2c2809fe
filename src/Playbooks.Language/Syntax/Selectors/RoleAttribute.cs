namespace Playbooks.Language.Syntax.Selectors;

/// <summary>What is asked of a role in one pair of brackets.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Start">Index of the name.</param>
/// <param name="Operator">Such as <c>=</c>; empty: none is there.</param>
/// <param name="Kind">How the value is written.</param>
/// <param name="ValueStart">Index of the value's first character, quotes and slashes left out.</param>
/// <param name="ValueEnd">Index after the value's last character.</param>
internal sealed record RoleAttribute(string Name, int Start, string Operator, RoleValueKind Kind, int ValueStart, int ValueEnd)
{
    /// <summary>Whether the value is a text or a number, and not one of a few words.</summary>
    public bool TakesText => Name is "name" or "description" or "level";
}

/// <summary>How an attribute's value is written.</summary>
internal enum RoleValueKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Without quotes.</summary>
    Bare,

    /// <summary>In quotes.</summary>
    Quoted,

    /// <summary>Between slashes.</summary>
    Pattern,
}
