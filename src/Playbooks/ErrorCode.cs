namespace Playbooks;

/// <summary>Why a run ended as it did, for programs; <see cref="ErrorCodes.WireText"/> gives the text that leaves the process.</summary>
public enum ErrorCode
{
    /// <summary>A step failed.</summary>
    StepFailed,

    /// <summary>What a step's <c>verify</c> expects did not come true.</summary>
    VerificationFailed,

    /// <summary>The recovery agent could not finish what a failed step left.</summary>
    RecoveryFailed,

    /// <summary>A guardrail forbade what the run was about to do.</summary>
    GuardrailBlocked,

    /// <summary>The run went round in circles.</summary>
    Stuck,

    /// <summary>The run took longer than it was given.</summary>
    Timeout,

    /// <summary>The browser, the page or the playbook's values could not be made ready.</summary>
    SetupFailed,

    /// <summary>Logging in failed, or nothing was there to log in with.</summary>
    AuthFailed,

    /// <summary>A model was needed and is missing, or did not answer.</summary>
    LlmError,

    /// <summary>A captcha stood in the way.</summary>
    CaptchaFailed,

    /// <summary>The run was stopped from outside.</summary>
    RunTerminated,

    /// <summary>A run of this id is under way already.</summary>
    RunConflict,

    /// <summary>The process that executed the run is gone.</summary>
    WorkerLost,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>The run has no trace, or not yet.</summary>
    TraceNotAvailable,

    /// <summary>The run has no such recording.</summary>
    RecordingNotFound,

    /// <summary>A path leads where it may not.</summary>
    InvalidPath,

    /// <summary>A value given by the caller is not allowed.</summary>
    InvalidRequest,

    /// <summary>The caller did not say who it is.</summary>
    Unauthorized,

    /// <summary>Another process that was needed did not answer.</summary>
    UpstreamUnreachable,

    /// <summary>Something went wrong that nobody foresaw.</summary>
    InternalError,
}
