using Playbooks.Agent.Pages;

namespace Playbooks.Agent.Tools;

/// <summary>The answer to a call of the model.</summary>
/// <param name="Text">What the model reads.</param>
internal sealed record ToolAnswer(string Text)
{
    /// <summary>Gets the view of the page that follows the text, or null.</summary>
    public PageView? View { get; init; }

    /// <summary>Gets a picture of the page, or null.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>Gets the action that has changed the page, in one line, or null.</summary>
    public string? Changed { get; init; }

    /// <summary>Gets why the agent gives up, or null.</summary>
    public string? GivenUp { get; init; }

    /// <summary>Gets whether a step is verified, so that the playbook continues.</summary>
    public bool IsVerified { get; init; }
}
