using Playbooks.Generated;

namespace Playbooks.Tests.Runner.Scripted;

/// <summary>A playbook with blocks, as the generator would write it; the test gives the statements.</summary>
internal sealed class BlockPlaybook(Func<StepRunner<ScriptedOutputs>, Task> statements, params StepInfo[] steps) : Playbook<ScriptedOutputs>
{
    /// <summary>The statements of <c>finally</c>.</summary>
    public Func<StepRunner<ScriptedOutputs>, Task>? Last { get; init; }

    public override PlaybookInfo Info { get; } = new()
    {
        Id = "blocks",
        Name = "Blocks",
        Source = new("/shop/blocks.playbook.yaml", static () => string.Empty),
        Steps = steps,
    };

    protected override ScriptedOutputs Store(ScriptedOutputs outputs, string name, object value) => outputs with { Status = (string)value };

    protected override Task RunStepsAsync(StepRunner<ScriptedOutputs> steps) => statements(steps);

    protected override Task RunFinallyAsync(StepRunner<ScriptedOutputs> steps) => Last?.Invoke(steps) ?? Task.CompletedTask;
}
