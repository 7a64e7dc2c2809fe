namespace Playbooks.Language;

/// <summary>A mistake in a playbook: which rule is violated, what the message says here, and where.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">The finished sentence, with the fix where there is one.</param>
/// <param name="Span">The narrowest wrong text.</param>
public sealed record Finding(Rule Rule, string Message, SourceSpan Span)
{
    /// <summary>The rule's id, such as <c>PB0101</c>.</summary>
    public string Id => Rule.Id;

    /// <summary>The finished sentence, with the fix where there is one; always one line, control characters are shown escaped.</summary>
    public string Message { get; init; } = EscapedText.Create(Message);
}
