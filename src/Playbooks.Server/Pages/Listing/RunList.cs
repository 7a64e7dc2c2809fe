using Playbooks.Server.Catalog;

namespace Playbooks.Server.Pages.Listing;

/// <summary>The content of the list of runs.</summary>
/// <param name="Query">The query.</param>
/// <param name="Rows">The rows, newest first.</param>
/// <param name="Total">The number of matching runs on all pages.</param>
/// <param name="HasMore">Whether there are older runs.</param>
/// <param name="Playbooks">The available playbooks.</param>
/// <param name="Now">The time of the request.</param>
internal sealed record RunList(
    RunListQuery Query, IReadOnlyList<RunRow> Rows, int Total, bool HasMore, IReadOnlyList<CatalogPlaybook> Playbooks, DateTimeOffset Now)
{
    /// <summary>Gets the number of seconds after which the page refreshes.</summary>
    public int RefreshSeconds => Rows.Any(static row => row.Status.IsLive()) ? 2 : 15;

    /// <summary>Gets the choices of the playbook filter, including the selected playbook if it is not available.</summary>
    public IEnumerable<(string Id, string Name)> PlaybookChoices =>
        Query.Playbook is { } asked && Playbooks.All(one => one.Id != asked)
            ? Playbooks.Select(static one => (one.Id, one.Name)).Append((asked, asked))
            : Playbooks.Select(static one => (one.Id, one.Name));
}

/// <summary>A run in the list.</summary>
/// <param name="Status">The status of the run.</param>
/// <param name="Step">The number of the last recorded step, or null if the run has ended or no step was recorded.</param>
/// <param name="StepCount">The number of steps of the playbook, or null if unknown.</param>
internal sealed record RunRow(RunStatus Status, int? Step, int? StepCount);
