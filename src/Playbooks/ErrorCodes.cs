using System.Text.Json;

namespace Playbooks;

/// <summary>What error codes are called outside the process: in logs, JSON and over the wire.</summary>
public static class ErrorCodes
{
    /// <summary>The code's text, such as <c>STEP_FAILED</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    public static string WireText(this ErrorCode code) => Enum.GetName(code) is { } name
        ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(name)
        : throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such error code.");
}
