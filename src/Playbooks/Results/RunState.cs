namespace Playbooks;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Nothing has been opened yet.</summary>
    Starting,

    /// <summary>Its steps are under way.</summary>
    Running,

    /// <summary>It ended, and its outcome is passed, flaky or recovered.</summary>
    Completed,

    /// <summary>It ended, and its outcome is failed.</summary>
    Failed,

    /// <summary>It took longer than it was given.</summary>
    Timeout,

    /// <summary>It was stopped from outside, or its process is gone.</summary>
    Terminated,
}
