namespace Playbooks;

/// <summary>Describes an accessibility rule that elements of a page violate.</summary>
/// <param name="Rule">The id of the rule, such as <c>color-contrast</c>.</param>
/// <param name="Impact">How serious the violation is, such as <c>critical</c>.</param>
/// <param name="Help">What the rule requires, in one sentence.</param>
/// <param name="Elements">The selectors of the elements. In a frame, the selectors of the frames precede that of the element, separated by <c>&gt;&gt;</c>.</param>
public sealed record AccessibilityViolation(string Rule, string Impact, string Help, IReadOnlyList<string> Elements);
