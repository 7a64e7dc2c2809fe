using Playbooks.Generated;

namespace Playbooks.Tests.Runner.Scripted;

/// <summary>A playbook that others call, as the generator would write it; the test gives the statements.</summary>
internal sealed class CalledPlaybook(Func<StepRunner<ScriptedOutputs>, Task> statements, Func<StepRunner<ScriptedOutputs>, Task>? last = null) : Playbook<ScriptedOutputs>
{
    public IReadOnlyList<NamedValue> Given { get; init; } = [];

    public override PlaybookInfo Info { get; } = new()
    {
        Id = "login",
        Name = "Log in",
        Source = new("/shop/login.playbook.yaml", static () => string.Join('\n', Enumerable.Repeat("line", 20))),
        Steps = last is null ? [Of(1, "1"), Of(2, "2")] : [Of(1, "1"), Of(2, "finally.1")],
    };

    protected override IReadOnlyList<NamedValue> GetValues() => Given;

    protected override ScriptedOutputs Store(ScriptedOutputs outputs, string name, object value) => outputs with { Status = (string)value };

    protected override Task RunStepsAsync(StepRunner<ScriptedOutputs> steps) => statements(steps);

    protected override Task RunFinallyAsync(StepRunner<ScriptedOutputs> steps) => last?.Invoke(steps) ?? Task.CompletedTask;

    private static StepInfo Of(int number, string path) => new() { Number = number, Path = path, Action = "click", Location = new(1, 1, 1, 5) };
}
