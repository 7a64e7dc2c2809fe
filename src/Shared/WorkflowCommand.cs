namespace Playbooks.Shared;

/// <summary>Escapes texts for GitHub's workflow commands: the findings and the failed runs are annotations alike.</summary>
internal static class WorkflowCommand
{
    /// <summary>Escapes the message of a command.</summary>
    public static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    /// <summary>Escapes the value of a property of a command.</summary>
    public static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
