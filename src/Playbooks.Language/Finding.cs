using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language;

/// <summary>A mistake in a playbook: which rule, what it says here, and where.</summary>
/// <param name="Id">The rule's id in <see cref="Rules.Catalogue"/>, such as <c>PB0101</c>.</param>
/// <param name="Message">The finished sentence, with the fix where there is one.</param>
/// <param name="Span">The narrowest wrong text.</param>
public sealed record Finding(string Id, string Message, SourceSpan Span)
{
    /// <summary>The finished sentence, with the fix where there is one; always one line, control characters are shown escaped.</summary>
    public string Message { get; init; } = VisibleText.Escape(Message);
}
