using Playbooks.Steps;

namespace Playbooks.Execution.Blocks;

/// <summary>A step that holds other steps. It does nothing by itself, but has a result as every step has.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="input">What decides how its steps run, such as a condition.</param>
/// <param name="arguments">The values that a call passes. Empty for other blocks.</param>
internal sealed class BlockStep(StepInfo info, string input, IReadOnlyList<NamedValue> arguments) : Step(info)
{
    public override string InputSummary => input;

    internal override IEnumerable<(string Name, string? Text)> Inputs => arguments.Select(static value => (value.Name, (string?)value.Text));

    internal override ActionFacts Facts => throw new InvalidOperationException($"The step {Info.Path} has no action.");

    internal override Task<object?> ActAsync(StepContext context) => throw new InvalidOperationException($"The step {Info.Path} does nothing by itself.");
}
