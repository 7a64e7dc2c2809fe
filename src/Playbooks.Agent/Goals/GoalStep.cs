using Playbooks.Shared;
using Playbooks.Steps;
using Playbooks.Steps.Support;

namespace Playbooks.Agent.Goals;

/// <summary>The only step of a task without a playbook. It cannot do anything by itself, so the agent always completes it.</summary>
/// <param name="info">The description of the step.</param>
/// <param name="culture">The culture of the value, or null.</param>
internal sealed class GoalStep<TValue>(StepInfo info, string? culture) : Step<TValue>(info)
    where TValue : notnull
{
    // It is verified like a step that reads the page.
    internal override ActionFacts Facts => ActionFacts.Extract;

    internal override bool ChecksPage => false;

    internal override Task<TValue> ReadAsync(StepContext context) => throw new PlaybookException(ErrorCode.StepFailed, Info.StoreAs is null
        ? "The agent did not complete the task."
        : "The agent did not complete the task, or did not name the element that shows the result.");

    internal override TValue Parse(string text) => new ValueText(culture).Parse<TValue>(text.Trim(), "The element");
}
