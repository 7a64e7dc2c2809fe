namespace Playbooks;

/// <summary>Which actions of a run are photographed.</summary>
public enum ScreenshotMode
{
    /// <summary>The one that fails for good.</summary>
    OnFailure,

    /// <summary>Each, when its try has ended; <c>screenshots/NNNN_action.jpg</c>, named in the log.</summary>
    EachAction,
}
