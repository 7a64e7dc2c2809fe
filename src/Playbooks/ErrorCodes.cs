using System.Text.Json;

namespace Playbooks;

/// <summary>Converts error codes to the texts that represent them outside the process: in logs, in JSON, and over HTTP.</summary>
public static class ErrorCodes
{
    /// <summary>Returns the text of a code, such as <c>STEP_FAILED</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not defined.</exception>
    public static string WireText(this ErrorCode code) => Enum.GetName(code) is { } name
        ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(name)
        : throw new ArgumentOutOfRangeException(nameof(code), code, "The error code is not defined.");
}
