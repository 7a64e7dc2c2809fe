namespace Playbooks;

/// <summary>Specifies the reason for an error. <see cref="ErrorCodes.WireText"/> returns the text that represents a code outside the process.</summary>
public enum ErrorCode
{
    /// <summary>A step failed.</summary>
    StepFailed,

    /// <summary>The <c>verify</c> of a step was not met.</summary>
    VerificationFailed,

    /// <summary>The recovery agent did not complete the failed step, or no step verified what the agent did.</summary>
    RecoveryFailed,

    /// <summary>A guardrail blocked an action of the run.</summary>
    GuardrailBlocked,

    /// <summary>The run repeated itself without progress.</summary>
    Stuck,

    /// <summary>The run exceeded its time limit.</summary>
    Timeout,

    /// <summary>The browser, the page, or the values of the playbook could not be prepared.</summary>
    SetupFailed,

    /// <summary>The login failed, or credentials are missing.</summary>
    AuthFailed,

    /// <summary>A language model is required but missing, or did not respond.</summary>
    LlmError,

    /// <summary>A captcha blocked the run.</summary>
    CaptchaFailed,

    /// <summary>The run was stopped from outside, by its caller or by a signal.</summary>
    RunTerminated,

    /// <summary>Another run with the same id is active.</summary>
    RunConflict,

    /// <summary>The process that executed the run no longer exists.</summary>
    WorkerLost,

    /// <summary>The requested item does not exist.</summary>
    NotFound,

    /// <summary>The run has no trace, or the trace is not available yet.</summary>
    TraceNotAvailable,

    /// <summary>The run has no recording with the requested name.</summary>
    RecordingNotFound,

    /// <summary>A path is not allowed, for example because it contains a link or leaves its folder.</summary>
    InvalidPath,

    /// <summary>A value that the caller passed is invalid.</summary>
    InvalidRequest,

    /// <summary>The caller is not authenticated.</summary>
    Unauthorized,

    /// <summary>Another process that is required did not respond.</summary>
    UpstreamUnreachable,

    /// <summary>An unexpected error occurred.</summary>
    InternalError,
}
