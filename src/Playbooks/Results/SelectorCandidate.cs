using Playbooks.Resolution;

namespace Playbooks;

/// <summary>Represents the result of one selector of a chain.</summary>
/// <param name="Selector">The selector.</param>
/// <param name="Matches">The number of matching elements.</param>
/// <param name="Visible">The number of matching elements that were visible.</param>
/// <param name="Reason">The reason why the selector was not used.</param>
/// <param name="Elements">If several elements matched, a short description of each, such as <c>button "Cancel" (#cancel)</c>.</param>
public sealed record SelectorCandidate(string Selector, int Matches, int Visible, string Reason, IReadOnlyList<string> Elements)
{
    internal bool IsOne(ElementRequirement requirement) => (requirement == ElementRequirement.Visible ? Visible : Matches) == 1;
}
