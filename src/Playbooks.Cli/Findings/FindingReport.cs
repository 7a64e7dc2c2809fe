using Playbooks.Cli.Projects;
using Playbooks.Language;

namespace Playbooks.Cli.Findings;

/// <summary>What a check found.</summary>
/// <param name="PlaybookCount">The number of playbooks that were checked.</param>
/// <param name="Findings">The findings, by path and place.</param>
internal sealed record FindingReport(int PlaybookCount, IReadOnlyList<FileFinding> Findings)
{
    /// <summary>Creates the report of all projects.</summary>
    public static FindingReport From(IReadOnlyList<CheckedProject> projects) =>
        new(projects.Sum(static project => project.Playbooks.Count), [.. projects.SelectMany(static project => project.Findings)]);

    /// <summary>Gets whether any finding is an error.</summary>
    public bool HasErrors => Count(FindingSeverity.Error) > 0;

    /// <summary>Returns the number of findings of a severity.</summary>
    public int Count(FindingSeverity severity) => Findings.Count(found => found.Finding.Rule.Severity == severity);

    /// <summary>Returns the word for a severity, as the compiler writes it.</summary>
    public static string Word(FindingSeverity severity) => severity.ToString().ToLowerInvariant();
}
