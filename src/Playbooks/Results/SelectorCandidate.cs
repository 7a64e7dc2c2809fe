
using Playbooks.Resolution;

namespace Playbooks;

/// <summary>What became of one selector of a chain.</summary>
/// <param name="Selector">The selector.</param>
/// <param name="Matches">Elements it matched.</param>
/// <param name="Visible">How many of those were visible.</param>
/// <param name="Reason">Why that was not enough.</param>
/// <param name="Elements">For several matches: each one in a few words, as <c>button "Cancel" (#cancel)</c>.</param>
public sealed record SelectorCandidate(string Selector, int Matches, int Visible, string Reason, IReadOnlyList<string> Elements)
{
    internal bool IsOne(ElementRequirement requirement) => (requirement == ElementRequirement.Visible ? Visible : Matches) == 1;
}
