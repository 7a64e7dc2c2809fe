
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages.Listing;

/// <summary>What the list of runs is asked for, as it stands in the address.</summary>
internal sealed record RunListQuery
{
    /// <summary>How many runs a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>How a run stands, by the words of the form; an unknown one is not asked for.</summary>
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

    /// <summary>Whether runs are left out.</summary>
    public bool IsFiltered => Playbook is not null || Outcome is not null || Text is not null;

    public static RunListQuery Of(IQueryCollection query) => new()
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

    /// <summary>The address of the page of older runs; null: of the newest.</summary>
    public string Link(Links links, string? before)
    {
        var parts = new[] { ("playbook", Playbook), ("outcome", Outcome), ("text", Text), ("before", before) }
            .Where(static part => part.Item2 is not null)
            .Select(static part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}");
        return string.Join('&', parts) is { Length: > 0 } query ? $"{links.Runs}?{query}" : links.Runs;
    }

    private static string? One(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
