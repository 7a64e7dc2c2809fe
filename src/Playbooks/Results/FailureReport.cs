

using Playbooks.Reports.Json;
using Playbooks.Reports.Text;

namespace Playbooks;

/// <summary>Shows what a failed run was: to people as text, to programs as JSON. Secrets are masked in both.</summary>
public static class FailureReport
{
    /// <summary>The report as plain text, lines ended by a line feed; empty where the run did not fail.</summary>
    public static string ToText(PlaybookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Failure is { } failure ? ReportText.Of(result, failure) : string.Empty;
    }

    /// <summary>The report as a JSON object, keys in snake_case; <c>null</c> where the run did not fail.</summary>
    public static string ToJson(PlaybookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Failure is { } failure ? ReportJson.Of(result, failure) : "null";
    }
}
