namespace Playbooks;

/// <summary>What error codes are called outside the process: in logs, JSON and over the wire.</summary>
public static class ErrorCodes
{
    /// <summary>The code's text, such as <c>STEP_FAILED</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    public static string WireText(this ErrorCode code) => code switch
    {
        ErrorCode.StepFailed => "STEP_FAILED",
        ErrorCode.VerificationFailed => "VERIFICATION_FAILED",
        ErrorCode.RecoveryFailed => "RECOVERY_FAILED",
        ErrorCode.GuardrailBlocked => "GUARDRAIL_BLOCKED",
        ErrorCode.Stuck => "STUCK",
        ErrorCode.Timeout => "TIMEOUT",
        ErrorCode.SetupFailed => "SETUP_FAILED",
        ErrorCode.AuthFailed => "AUTH_FAILED",
        ErrorCode.LlmError => "LLM_ERROR",
        ErrorCode.CaptchaFailed => "CAPTCHA_FAILED",
        ErrorCode.RunTerminated => "RUN_TERMINATED",
        ErrorCode.RunConflict => "RUN_CONFLICT",
        ErrorCode.WorkerLost => "WORKER_LOST",
        ErrorCode.NotFound => "NOT_FOUND",
        ErrorCode.TraceNotAvailable => "TRACE_NOT_AVAILABLE",
        ErrorCode.RecordingNotFound => "RECORDING_NOT_FOUND",
        ErrorCode.InvalidPath => "INVALID_PATH",
        ErrorCode.InvalidRequest => "INVALID_REQUEST",
        ErrorCode.Unauthorized => "UNAUTHORIZED",
        ErrorCode.UpstreamUnreachable => "UPSTREAM_UNREACHABLE",
        ErrorCode.InternalError => "INTERNAL_ERROR",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such error code."),
    };
}
