namespace Playbooks;

/// <summary>Specifies the state of a run.</summary>
public enum RunState
{
    /// <summary>The run has not opened anything yet.</summary>
    Starting,

    /// <summary>The steps are being executed.</summary>
    Running,

    /// <summary>The run ended with the outcome passed, flaky, or recovered.</summary>
    Completed,

    /// <summary>The run ended with the outcome failed.</summary>
    Failed,

    /// <summary>The run exceeded its time limit.</summary>
    Timeout,

    /// <summary>The run was stopped from outside, or its process no longer exists.</summary>
    Terminated,
}
