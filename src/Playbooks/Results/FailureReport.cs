using Playbooks.Reports.Json;
using Playbooks.Reports.Text;

namespace Playbooks;

/// <summary>Formats the failure of a run, as text for people or as JSON for programs. Secrets are masked in both.</summary>
public static class FailureReport
{
    /// <summary>Returns the report as plain text with line feeds, or an empty string if the run did not fail.</summary>
    public static string ToText(PlaybookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Failure is { } failure ? ReportText.Create(result, failure) : string.Empty;
    }

    /// <summary>Returns the report as a JSON object with snake_case keys, or <c>null</c> if the run did not fail.</summary>
    public static string ToJson(PlaybookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Failure is { } failure ? ReportJson.Create(result, failure) : "null";
    }
}
