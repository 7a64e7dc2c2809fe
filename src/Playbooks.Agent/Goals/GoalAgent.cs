using System.Collections.Frozen;
using Playbooks.Steps;

namespace Playbooks.Agent.Goals;

/// <summary>Completes the step of a task with an agent.</summary>
internal sealed class GoalAgent(PlaybookAgent agent, string goal, AgentTask task, ValueKind? kind) : IRecoveryAgent
{
    public bool ChecksClicks => agent.ChecksClicks;

    /// <summary>Gets the URL of the page when the agent began, or null if it has not begun.</summary>
    public string? StartUrl { get; private set; }

    /// <summary>Gets the names of the actions that only read or look around.</summary>
    public IReadOnlySet<string> ReadingActions { get; private set; } = FrozenSet<string>.Empty;

    public Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken)
    {
        ReadingActions = request.Actions.Available.Where(static one => !one.ChangesPage).Select(static one => one.Name).ToFrozenSet(StringComparer.Ordinal);
        StartUrl ??= request.Page.Url;
        return agent.ActAsync(request, new GoalText(goal, request, kind), GoalInstructions.Text, task.Scope, cancellationToken);
    }
}
