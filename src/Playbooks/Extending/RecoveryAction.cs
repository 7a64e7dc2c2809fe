namespace Playbooks;

/// <summary>Describes an action of a recovery agent, in the terms of the language.</summary>
/// <param name="Action">The name of the action, such as <c>click</c>. <see cref="RecoveryActions.Available"/> lists the available actions; <c>upload</c> is available only for an upload step, with its files.</param>
/// <param name="Selector">The selector of the element, or null for an action on the page.</param>
public sealed record RecoveryAction(string Action, string? Selector = null)
{
    /// <summary>
    /// Gets the params of the action by name, such as <c>text</c> and <c>key</c>. <c>{name}</c> is replaced by the value with that name; the
    /// value of a secret can only be typed (<c>text</c> of <c>key_press</c>) and is never shown to the agent.
    /// </summary>
    public IReadOnlyDictionary<string, string> Params { get; init; } = new Dictionary<string, string>();

    /// <summary>Returns the action in one line, such as <c>key_press #q text=12345</c>.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { Action, Selector }.OfType<string>().Concat(Params.Select(static one => $"{one.Key}={one.Value}")));
}

/// <summary>Describes what an action of a recovery agent has done. All text is masked.</summary>
/// <param name="Action">The action.</param>
/// <param name="Succeeded">Whether the action succeeded.</param>
public sealed record RecoveryActionResult(RecoveryAction Action, bool Succeeded)
{
    /// <summary>Gets why the action failed or was refused, or null if it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Gets whether the action was refused, and therefore not performed at all.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Gets the text that an <c>extract</c> has read, or null.</summary>
    public string? Output { get; init; }

    /// <summary>Gets the URL of the page after the action.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the element as it was before the action, or null if there was none or several.</summary>
    public RecoveryElement? Element { get; init; }

    /// <summary>Gets what else happened, one sentence each: a captcha that the run waited for, a dismissed dialog, an opened window, a started download.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets what the stuck detection has noticed, for the agent's model, or null.</summary>
    public string? Warning { get; init; }
}
