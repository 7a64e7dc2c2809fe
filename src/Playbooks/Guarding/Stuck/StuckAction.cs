namespace Playbooks.Guarding.Stuck;

/// <summary>One action, as far as it matters to whether progress is made.</summary>
/// <param name="Action">The action's name in the language.</param>
/// <param name="Input">What it acted on with what.</param>
/// <param name="Url">The page's URL; null: there is none.</param>
/// <param name="Failed">Whether it failed; null: it has not ended yet.</param>
internal sealed record StuckAction(string Action, string Input, string? Url = null, bool? Failed = null)
{
    /// <summary>Whether another action does the same with the same.</summary>
    public bool IsSameAs(StuckAction other) => Action == other.Action && Input == other.Input;
}
