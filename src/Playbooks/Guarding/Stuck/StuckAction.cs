namespace Playbooks.Guarding.Stuck;

/// <summary>An action as seen by the stuck detection.</summary>
/// <param name="Action">The name of the action in the language.</param>
/// <param name="Input">The selector and the input of the action.</param>
/// <param name="Url">The URL of the page, or null.</param>
/// <param name="Failed">Whether the action failed, or null if it has not ended.</param>
internal sealed record StuckAction(string Action, string Input, string? Url = null, bool? Failed = null)
{
    /// <summary>Determines whether another action has the same name and input.</summary>
    public bool IsSameAs(StuckAction other) => Action == other.Action && Input == other.Input;
}
