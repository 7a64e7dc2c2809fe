using System.ComponentModel;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Represents a task in plain language that only a recovery agent can perform. The step itself always fails, so that the agent completes it.</summary>
/// <typeparam name="TValue">The type of the value that the agent reads: string, int, decimal, bool, or <see cref="DateOnly"/>.</typeparam>
/// <param name="info">The description of the step. The output is stored only if <see cref="StepInfo.StoreAs"/> is set.</param>
/// <param name="culture">The culture in which the page shows the value. If null or <c>invariant</c>, the invariant culture is used, as in <c>extract</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GoalStep<TValue>(StepInfo info, string? culture) : Step<TValue>(info)
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
