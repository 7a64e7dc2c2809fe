namespace Playbooks.Server.Starting;

/// <summary>A request that is as it should be: what is to be run, and how.</summary>
/// <param name="Playbook">The playbook with its values.</param>
/// <param name="RunId">The run.</param>
/// <param name="Options">How it is run.</param>
/// <param name="Headed">Whether the browser shows its windows.</param>
/// <param name="Checks">What was checked, a sentence each.</param>
internal sealed record RunOrder(Playbook Playbook, RunId RunId, RunOptions Options, bool Headed, IReadOnlyList<string> Checks)
{
    /// <summary>The values as they may be shown.</summary>
    public required IReadOnlyDictionary<string, string> ShownValues { get; init; }

    /// <summary>What it would do, for a dry run.</summary>
    public CheckedRequest Describe() => new(
        Playbook.Info.Id,
        ShownValues,
        Checks,
        [.. Playbook.Info.Steps.Select(static step => new CheckedStep(step.Number, step.Action, step.Description, step.Location.Line, step.HasVerify))]);
}
