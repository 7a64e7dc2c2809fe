using Microsoft.Playwright;

namespace Playbooks.Running.Resolution;

/// <summary>The one element that a chain means.</summary>
/// <param name="Locator">Matches exactly that element (among those that count).</param>
/// <param name="Selector">The selector that found it.</param>
/// <param name="Rank">0: the primary; else the place of the fallback, which is drift.</param>
internal sealed record ResolvedElement(ILocator Locator, string Selector, int Rank);

/// <summary>Which matches of a selector count.</summary>
internal enum ElementRequirement
{
    /// <summary>Visible ones; hidden matches are ignored.</summary>
    Visible,

    /// <summary>All in the document.</summary>
    Attached,
}

/// <summary>What became of one selector of a chain.</summary>
/// <param name="Selector">The selector.</param>
/// <param name="Matches">Elements it matched.</param>
/// <param name="Visible">How many of those were visible.</param>
/// <param name="Reason">Why that was not enough.</param>
/// <param name="Elements">For several matches: each one in a few words, as <c>button "Cancel" (#cancel)</c>.</param>
public sealed record SelectorCandidate(string Selector, int Matches, int Visible, string Reason, IReadOnlyList<string> Elements);

/// <summary>No selector of a chain gave exactly one element in time.</summary>
internal sealed class SelectorException : PlaybookException
{
    public SelectorException(string message, IReadOnlyList<SelectorCandidate> candidates, IReadOnlyList<string> nearest)
        : base(ErrorCode.StepFailed, message)
    {
        Candidates = candidates;
        Nearest = nearest;
    }

    /// <summary>Each selector tried, in order.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; }

    /// <summary>The closest elements on the page by accessible name, nearest first, as <c>button "Cancel order"</c>.</summary>
    public IReadOnlyList<string> Nearest { get; }
}
