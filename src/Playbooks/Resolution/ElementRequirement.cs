namespace Playbooks.Resolution;

/// <summary>Specifies which matches of a selector count.</summary>
internal enum ElementRequirement
{
    /// <summary>Visible elements. Hidden matches are ignored.</summary>
    Visible,

    /// <summary>All elements in the document.</summary>
    Attached,
}

internal static class ElementRequirements
{
    /// <summary>Restricts a selector to the matches that count.</summary>
    public static string Narrow(this ElementRequirement requirement, string selector) =>
        requirement == ElementRequirement.Visible ? selector + " >> visible=true" : selector;
}
