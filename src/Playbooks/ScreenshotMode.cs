namespace Playbooks;

/// <summary>Specifies which actions of a run take a screenshot.</summary>
public enum ScreenshotMode
{
    /// <summary>Only the action that fails for good.</summary>
    OnFailure,

    /// <summary>Every action, at the end of each attempt. The file is <c>screenshots/NNNN_action.jpg</c>, and the log contains its name.</summary>
    EachAction,
}
