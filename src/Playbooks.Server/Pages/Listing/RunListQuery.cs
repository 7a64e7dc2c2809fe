using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages.Listing;

/// <summary>The query of the list of runs, as in the URL.</summary>
internal sealed record RunListQuery
{
    /// <summary>The number of runs per page.</summary>
    public const int PageSize = 50;

    /// <summary>The choices of the outcome filter. An unknown choice is ignored.</summary>
    public static readonly IReadOnlyList<(string Key, string Word, RunState? Status, Outcome? Result)> Outcomes =
    [
        ("passed", "Passed", null, Playbooks.Outcome.Passed),
        ("flaky", "Flaky", null, Playbooks.Outcome.Flaky),
        ("recovered", "Recovered", null, Playbooks.Outcome.Recovered),
        ("failed", "Failed", RunState.Failed, null),
        ("timeout", "Timed out", RunState.Timeout, null),
        ("stopped", "Stopped or lost", RunState.Terminated, null),
        ("running", "Running", RunState.Running, null),
        ("waiting", "Waiting", RunState.Starting, null),
    ];

    public string? Playbook { get; init; }

    public string? Outcome { get; init; }

    public string? Text { get; init; }

    public string? Before { get; init; }

    /// <summary>Gets whether the query filters runs.</summary>
    public bool IsFiltered => Playbook is not null || Outcome is not null || Text is not null;

    public static RunListQuery From(IQueryCollection query) => new()
    {
        Playbook = One(query, "playbook"),
        Outcome = Outcomes.FirstOrDefault(one => one.Key == One(query, "outcome")).Key,
        Text = One(query, "text"),
        Before = One(query, "before"),
    };

    public RunFilter ToFilter()
    {
        var outcome = Outcomes.FirstOrDefault(one => one.Key == Outcome);
        return new() { Playbook = Playbook, Status = outcome.Status, Result = outcome.Result, Text = Text, Before = Before, Limit = PageSize };
    }

    /// <summary>Returns the URL of the page with older runs. If <paramref name="before"/> is null, returns the first page.</summary>
    public string Link(Links links, string? before)
    {
        var parts = new[] { ("playbook", Playbook), ("outcome", Outcome), ("text", Text), ("before", before) }
            .Where(static part => part.Item2 is not null)
            .Select(static part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}");
        return string.Join('&', parts) is { Length: > 0 } query ? $"{links.Runs}?{query}" : links.Runs;
    }

    private static string? One(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
