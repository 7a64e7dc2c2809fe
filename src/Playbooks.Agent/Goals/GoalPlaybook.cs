using Playbooks.Generated;
using Playbooks.Steps;

namespace Playbooks.Agent.Goals;

/// <summary>What a task has stored.</summary>
internal sealed record GoalOutputs
{
    public object? Result { get; init; }
}

/// <summary>A task without a playbook, as a playbook of one step. Its run has the same guardrails, log, and reports as any other.</summary>
internal sealed class GoalPlaybook<TValue> : Playbook<GoalOutputs>
    where TValue : notnull
{
    private readonly string goal;
    private readonly AgentTask task;

    public GoalPlaybook(string goal, AgentTask task, ValueKind? kind)
    {
        this.goal = goal;
        this.task = task;
        var id = GoalId.Create(goal);
        var lines = goal.ReplaceLineEndings("\n").Split('\n');
        Info = new()
        {
            Id = id,
            Name = lines[0].Trim(),
            Description = goal,
            Parameters = [.. task.Values.Select(static value => new ParameterInfo { Name = value.Name, Required = true, Secret = value.Secret })],
            Outputs = kind is { } type ? [new() { Name = GoalValue.Name, Type = Enum.Parse<ParameterType>(type.ToString()) }] : [],
            Source = new($"{id}.goal.txt", () => goal),
            Steps =
            [
                new()
                {
                    Number = 1,
                    Path = "1",
                    Action = "goal",
                    Description = goal,
                    Location = new(1, 1, lines.Length, lines[^1].Length + 1),
                    Attempts = 1,
                    HasVerify = task.Verify is not null,
                    StoreAs = kind is null ? null : GoalValue.Name,
                },
            ],
        };
    }

    public override PlaybookInfo Info { get; }

    protected override string? GetStartUrl(RunValues run) => task.StartUrl;

    protected override IReadOnlyList<NamedValue> GetValues() => task.Values;

    protected override GoalOutputs Store(GoalOutputs outputs, string name, object value) => outputs with { Result = value };

    protected override async Task RunStepsAsync(StepRunner<GoalOutputs> steps) =>
        await steps.RunAsync(new GoalStep<TValue>(Info.Steps[0], task.Culture) { Description = goal, Verify = task.Verify });
}
