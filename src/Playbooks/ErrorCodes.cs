using System.Text.Json;

namespace Playbooks;

/// <summary>Converts error codes to the strings that represent them outside the process: in logs, in JSON, and over HTTP.</summary>
public static class ErrorCodes
{
    // Made once: the text of a code is asked for where nothing may be allocated.
    private static readonly Dictionary<ErrorCode, string> Texts =
        Enum.GetValues<ErrorCode>().ToDictionary(static code => code, static code => JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString()));

    /// <summary>Returns the text of a code, such as <c>STEP_FAILED</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not defined.</exception>
    public static string WireText(this ErrorCode code) => Texts.TryGetValue(code, out var text)
        ? text
        : throw new ArgumentOutOfRangeException(nameof(code), code, "The error code is not defined.");
}
