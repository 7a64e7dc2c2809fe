namespace Playbooks;

/// <summary>Why a run ended as it did, for programs.</summary>
public enum ErrorCode
{
    /// <summary>A step failed.</summary>
    StepFailed,

    /// <summary>What a step's <c>verify</c> expects did not come true.</summary>
    VerificationFailed,

    /// <summary>The recovery agent could not finish what a failed step left.</summary>
    RecoveryFailed,

    /// <summary>The browser, the page or the playbook's values could not be made ready.</summary>
    SetupFailed,

    /// <summary>A model was needed and is missing, or did not answer.</summary>
    LlmError,

    /// <summary>The run was stopped from outside.</summary>
    RunTerminated,

    /// <summary>A value given by the caller is not allowed.</summary>
    InvalidRequest,

    /// <summary>Something went wrong that nobody foresaw.</summary>
    InternalError,
}
