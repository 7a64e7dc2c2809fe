namespace Playbooks.Server.Starting;

/// <summary>The answer of <c>POST /runs?dry_run=true</c>: the request is as it should be, and this is what would run.</summary>
/// <param name="Playbook">The playbook that was picked.</param>
/// <param name="Parameters">Its parameters' values as invariant texts, defaults included, secrets as <c>***</c>.</param>
/// <param name="Checks">What was checked, a sentence each.</param>
/// <param name="Steps">What would be done, and whether it is verified.</param>
internal sealed record CheckedRequest(
    string Playbook, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<string> Checks, IReadOnlyList<CheckedStep> Steps)
{
    /// <summary>Always true; a request that is not as it should be is refused.</summary>
    public bool Valid { get; } = true;
}

/// <summary>A step that would be done.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Action">Its action.</param>
/// <param name="Description">In the author's words; null: none.</param>
/// <param name="Line">Its line in the YAML.</param>
/// <param name="Verified">Whether what it does is verified by itself.</param>
internal sealed record CheckedStep(int Number, string Action, string? Description, int Line, bool Verified);
