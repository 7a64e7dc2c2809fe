namespace Playbooks.Language.Syntax.Text;

/// <summary>A text taken apart into literal text and placeholders.</summary>
/// <param name="Parts">The pieces in their order; together they cover the whole text, wrong placeholders included.</param>
/// <param name="Problems">What is wrong, in the order of the places.</param>
public sealed record TemplateSyntax(IReadOnlyList<TemplatePart> Parts, IReadOnlyList<SyntaxProblem> Problems);

/// <summary>A piece of a template.</summary>
/// <param name="Start">Offset of its first character in the scalar's value.</param>
/// <param name="Length">Number of characters it takes in the scalar's value.</param>
public abstract record TemplatePart(int Start, int Length);

/// <summary>Literal text.</summary>
/// <param name="Text">
/// The characters meant. An escape (<c>{{</c>) is a piece of its own with one character here and two in the value; in all
/// other pieces text and value are equal, so that an offset in the text is one in the value.
/// </param>
/// <param name="Start">Offset of its first character in the scalar's value.</param>
/// <param name="Length">Number of characters it takes in the scalar's value.</param>
public sealed record LiteralText(string Text, int Start, int Length) : TemplatePart(Start, Length);

/// <summary>A use of a known name. One with a wrong format is still a use; an unknown name is literal text.</summary>
/// <param name="Name">The name as declared; of a built-in date or fresh value also its offset and format, such as <c>today+3d:dd.MM</c>.</param>
/// <param name="Raw">Whether <c>:raw</c> switches the encoding off.</param>
/// <param name="Start">Offset of the opening brace in the scalar's value.</param>
/// <param name="Length">Number of characters up to and with the closing brace.</param>
public sealed record Placeholder(string Name, bool Raw, int Start, int Length) : TemplatePart(Start, Length);
