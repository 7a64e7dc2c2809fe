using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>A selector, checked, with its values encoded for where they land.</summary>
/// <param name="Parts">Literal text and encoded values.</param>
/// <param name="Problem">What is wrong with the syntax (PB0301); its span is the wrong part, its message names the character, counted from 1.</param>
/// <param name="Brittle">Why it breaks easily (the message of PB0303); null: it does not.</param>
/// <param name="Canonical">The same text for selectors that mean the same: whitespace and an optional engine name are ignored.</param>
public sealed record SelectorSyntax(EquatableArray<TextPart> Parts, SyntaxProblem? Problem, string? Brittle, string Canonical);
