namespace Playbooks.Language.Rules;

/// <summary>Every finding that there is; the compiler, the command line, editors and the documentation read it from here.</summary>
public static class Catalogue
{
    private const string HelpRoot = "https://github.com/playbooks-dev/playbooks/blob/main/docs/diagnostics/";

    /// <summary>All findings, by rising id.</summary>
    public static EquatableArray<FindingDefinition> All { get; }

    /// <summary>Where a finding's page is.</summary>
    public static string HelpLink(string id) => HelpRoot + id + ".md";
}

/// <summary>What is known of a finding before it is found.</summary>
/// <param name="Id">Such as <c>PB0101</c>; never used again for another.</param>
/// <param name="Severity">How bad it is, unless the project says otherwise.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="CanBeSwitchedOff">False for what would hide that the file was not read.</param>
public sealed record FindingDefinition(string Id, FindingSeverity Severity, string Title, bool CanBeSwitchedOff = true);

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>A mistake.</summary>
    Error,
}
