namespace Playbooks;

/// <summary>Specifies what an alert, a confirm dialog, or a prompt does that no step expects.</summary>
public enum DialogPolicy
{
    /// <summary>The dialog is dismissed, and the step fails with its text.</summary>
    Fail,

    /// <summary>The dialog is dismissed and noted.</summary>
    Dismiss,

    /// <summary>The dialog is accepted and noted.</summary>
    Accept,
}
