using System.Globalization;
using System.Text;
using Playbooks.Agent.Looping;
using Playbooks.Steps;

namespace Playbooks.Agent.Goals;

/// <summary>Describes a task without a playbook to the model. Secrets are <c>%name%</c>.</summary>
internal sealed class GoalText(string goal, RecoveryRequest request, ValueKind? kind) : ITaskText
{
    public string AuthorText() => goal;

    public string Summary() => goal;

    public string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The task: {goal}\n\nThe page is at {request.Page.Url}.\n");
        TaskValues.Append(text, request.Values);
        text.Append(kind is { } type
            ? $"\nDo the task, and report it with step_done, as step 1. Name the element that shows the result ({GoalValue.Words(type)}): the run reads it by itself.\n"
            : "\nDo the task, and report it with step_done, as step 1.\n");
        return text.ToString();
    }
}
