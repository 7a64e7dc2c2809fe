namespace Playbooks.Server.Gateway;

/// <summary>Selects the runs that match a filter, newest first.</summary>
internal static class RunSelection
{
    /// <summary>Returns one page of runs.</summary>
    public static RunPage Page(IEnumerable<RunStatus> runs, RunFilter filter)
    {
        var fitting = runs.Where(run => Fits(run, filter)).OrderByDescending(static run => run.StartedAt).ThenByDescending(static run => run.RunId, StringComparer.Ordinal).ToList();
        // If the last run of the previous page no longer exists or matches, the start of this page is unknown.
        var start = filter.Before is { } before ? fitting.FindIndex(run => run.RunId.Equals(before, StringComparison.OrdinalIgnoreCase)) + 1 : 0;
        var page = fitting.Skip(start).Take(filter.Limit).ToList();
        return new(page, fitting.Count, fitting.Count > start + page.Count);
    }

    private static bool Fits(RunStatus run, RunFilter filter) =>
        (filter.Playbook is not { } playbook || run.Playbook == playbook)
        && (filter.Status is not { } status || run.Status == status)
        && (filter.Result is not { } result || run.Result == result)
        && (filter.Text is not { } text || Has(run.RunId, text) || Has(run.Case, text) || Has(run.Error?.Message, text) || run.Parameters.Values.Any(value => Has(value, text)));

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
