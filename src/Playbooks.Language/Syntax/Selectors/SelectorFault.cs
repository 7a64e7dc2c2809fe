namespace Playbooks.Language.Syntax.Selectors;

/// <summary>What is wrong with a selector.</summary>
/// <param name="Index">Index of the character in the flat template.</param>
/// <param name="What">What was expected or is not allowed there, as the end of a sentence.</param>
internal sealed record SelectorFault(int Index, string What);
