using Playbooks.Agent.Models;

namespace Playbooks.Agent.Looping;

/// <summary>What the agent keeps between the recoveries of one run.</summary>
/// <param name="Budget">The budget of the run.</param>
/// <param name="History">The conversation.</param>
internal sealed record AgentSession(AgentBudget Budget, AgentHistory History);
