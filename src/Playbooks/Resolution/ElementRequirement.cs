namespace Playbooks.Resolution;

/// <summary>Which matches of a selector count.</summary>
internal enum ElementRequirement
{
    /// <summary>Visible ones; hidden matches are ignored.</summary>
    Visible,

    /// <summary>All in the document.</summary>
    Attached,
}

internal static class ElementRequirements
{
    /// <summary>The selector, narrowed to the matches that count.</summary>
    public static string Narrow(this ElementRequirement requirement, string selector) =>
        requirement == ElementRequirement.Visible ? selector + " >> visible=true" : selector;
}
