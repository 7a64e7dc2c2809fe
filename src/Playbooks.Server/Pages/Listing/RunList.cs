
using Playbooks.Server.Catalogue;

namespace Playbooks.Server.Pages.Listing;

/// <summary>What the list of runs shows.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Rows">The newest first.</param>
/// <param name="Total">How many fit, on all pages.</param>
/// <param name="HasMore">Whether there are older ones.</param>
/// <param name="Playbooks">What can be started.</param>
/// <param name="Now">When it was asked.</param>
internal sealed record RunList(
    RunListQuery Query, IReadOnlyList<RunRow> Rows, int Total, bool HasMore, IReadOnlyList<CataloguePlaybook> Playbooks, DateTimeOffset Now)
{
    /// <summary>After how many seconds it is worth asking again.</summary>
    public int RefreshSeconds => Rows.Any(static row => row.Status.IsLive()) ? 2 : 15;

    /// <summary>What can be asked for, and what is asked for though there is none.</summary>
    public IEnumerable<(string Id, string Name)> PlaybookChoices =>
        Query.Playbook is { } asked && Playbooks.All(one => one.Id != asked)
            ? Playbooks.Select(static one => (one.Id, one.Name)).Append((asked, asked))
            : Playbooks.Select(static one => (one.Id, one.Name));
}

/// <summary>A run in the list.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Step">Number of the last step that was written down; null: it has ended, or none was.</param>
/// <param name="StepCount">How many steps its playbook has; null: not known.</param>
internal sealed record RunRow(RunStatus Status, int? Step, int? StepCount);
