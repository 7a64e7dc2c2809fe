using Playbooks.Language;

namespace Playbooks.Generators.Reporting;

/// <summary>Turns what went wrong in the tool itself into a finding, so that no file is silently left out.</summary>
internal static class Unforeseen
{
    /// <summary>The finding for an exception.</summary>
    public static Finding Create(Exception exception) => new(
        Rule.ToolFailure,
        "The tool failed on this file (" + exception.GetType().Name + ": " + OneLine(exception.Message) + "). Please report it with the file",
        default);

    private static string OneLine(string text) => text.Replace("\r", string.Empty).Replace('\n', ' ');
}
