namespace Playbooks.Language.Syntax.Text;

/// <summary>Which of the two placeholder grammars holds for a text.</summary>
public enum TemplateKind
{
    /// <summary>Every text but a failure_message: braces that are not a placeholder are plain text.</summary>
    Text,

    /// <summary>A failure_message: <c>&lt;name&gt;</c> is a placeholder as well, and a malformed one is a mistake.</summary>
    FailureMessage,
}
