namespace Playbooks.Language.Syntax.Text;

/// <summary>A mistake inside one text of a playbook.</summary>
/// <param name="Rule">The rule that it violates.</param>
/// <param name="Start">Offset of the first wrong character in the scalar's value.</param>
/// <param name="Length">Number of wrong characters; 0 marks a point.</param>
/// <param name="Message">The finished sentence, with the fix where there is one.</param>
public sealed record SyntaxProblem(Rule Rule, int Start, int Length, string Message);
