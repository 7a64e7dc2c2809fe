namespace Playbooks;

/// <summary>Specifies how an alert, a confirm dialog, or a prompt that no step expects is handled.</summary>
public enum DialogPolicy
{
    /// <summary>The dialog is dismissed, and the step fails with its text.</summary>
    Fail,

    /// <summary>The dialog is dismissed and noted.</summary>
    Dismiss,

    /// <summary>The dialog is accepted and noted.</summary>
    Accept,
}
