namespace Playbooks.Server.Starting;

/// <summary>The response of <c>POST /runs?dry_run=true</c>: the request is valid, and this is what it would run.</summary>
/// <param name="Playbook">The id of the selected playbook.</param>
/// <param name="Parameters">The values of the parameters as invariant texts, including defaults. Secrets are <c>***</c>.</param>
/// <param name="Checks">The checks that passed, one sentence each.</param>
/// <param name="Steps">The steps that would be executed.</param>
internal sealed record CheckedRequest(
    string Playbook, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<string> Checks, IReadOnlyList<CheckedStep> Steps)
{
    /// <summary>Gets true. An invalid request is rejected instead.</summary>
    public bool Valid { get; } = true;
}

/// <summary>A step that would be executed.</summary>
/// <param name="Number">The number of the step, starting at 1.</param>
/// <param name="Action">The name of the action.</param>
/// <param name="Description">The author's description, or null.</param>
/// <param name="Line">The line of the step in the YAML.</param>
/// <param name="Verified">Whether the step has a <c>verify</c>.</param>
internal sealed record CheckedStep(int Number, string Action, string? Description, int Line, bool Verified);
