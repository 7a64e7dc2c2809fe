namespace Playbooks.Server.Starting;

/// <summary>A valid request: what to run, and how.</summary>
/// <param name="Playbook">The playbook with its values.</param>
/// <param name="Request">What belongs to this run only: its id.</param>
/// <param name="Options">The options of the run.</param>
/// <param name="Headed">Whether the browser shows its windows.</param>
/// <param name="Checks">The checks that passed, one sentence each.</param>
internal sealed record RunOrder(Playbook Playbook, RunRequest Request, RunOptions Options, bool Headed, IReadOnlyList<string> Checks)
{
    /// <summary>Gets the id of the run.</summary>
    public RunId RunId => Request.RunId ?? throw new InvalidOperationException("A run of the service has an id.");

    /// <summary>Gets the values with masked secrets.</summary>
    public required IReadOnlyDictionary<string, string> ShownValues { get; init; }

    /// <summary>Describes the run, for the response of a dry run.</summary>
    public CheckedRequest Describe() => new(
        Playbook.Info.Id,
        ShownValues,
        Checks,
        [.. Playbook.Info.Steps.Select(static step => new CheckedStep(step.Number, step.Action, step.Description, step.Location.Line, step.HasVerify))]);
}
