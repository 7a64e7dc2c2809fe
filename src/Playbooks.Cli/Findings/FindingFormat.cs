namespace Playbooks.Cli.Findings;

/// <summary>A form in which findings are written.</summary>
/// <param name="Name">The word that selects it.</param>
/// <param name="Write">Writes the findings of a check.</param>
internal sealed record FindingFormat(string Name, Action<FindingReport, Terminal> Write)
{
    /// <summary>Gets all forms, the default first.</summary>
    public static IReadOnlyList<FindingFormat> All { get; } =
    [
        new("text", TextFindings.Write),
        new("json", JsonFindings.Write),
        new("sarif", SarifFindings.Write),
        new("github", GitHubFindings.Write),
    ];

    /// <summary>Gets the words that select a form.</summary>
    public static string[] Names => [.. All.Select(static format => format.Name)];

    /// <summary>Returns the form that a word selects.</summary>
    public static FindingFormat Find(string name) => All.Single(format => format.Name == name);
}
