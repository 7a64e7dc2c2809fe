namespace Playbooks.Language.Syntax.Selectors;

/// <summary>What reading one part of a chain gave.</summary>
/// <param name="Part">The part.</param>
/// <param name="Fault">What is wrong with it; null: nothing.</param>
/// <param name="Canonical">The same text for parts that mean the same.</param>
internal sealed record PartReading(SelectorPart Part, SelectorFault? Fault, string Canonical)
{
    /// <summary>Whether it is an XPath from the document's root.</summary>
    public bool IsAbsolutePath { get; init; }

    /// <summary>How many <c>:nth-child</c> it has.</summary>
    public int NthChildren { get; init; }
}
