using System.Diagnostics.Metrics;

namespace Playbooks.Instrumentation;

/// <summary>What is counted and measured. No tag ever holds a run's id: its values would never end.</summary>
internal static class Measures
{
    // Static, as .NET means it: who listens names it once for the process. It holds nothing of a run.
    private static readonly Meter Meter = new(Telemetry.Name, typeof(Measures).Assembly.GetName().Version?.ToString(3));

    public static Counter<long> Runs { get; } = Meter.CreateCounter<long>("playbooks.runs", "{run}", "Runs that ended.");

    public static Counter<long> Steps { get; } = Meter.CreateCounter<long>("playbooks.steps", "{step}", "Steps that ended.");

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("playbooks.retries", "{retry}", "Tries after a failed one.");

    public static Counter<long> DriftedSelectors { get; } = Meter.CreateCounter<long>(
        "playbooks.selectors.drifted", "{selector}", "Elements that were found by another selector than the primary.");

    public static Counter<long> GuardrailBlocks { get; } = Meter.CreateCounter<long>(
        "playbooks.guardrail.blocks", "{block}", "Steps, or openings of a start page, that a guardrail ended.");

    public static Counter<long> StuckVerdicts { get; } = Meter.CreateCounter<long>(
        "playbooks.stuck.verdicts", "{verdict}", "Verdicts of the stuck detection, but for none.");

    public static Histogram<double> RunDuration { get; } = Seconds("playbooks.run.duration", "How long runs took.");

    public static Histogram<double> StepDuration { get; } = Seconds("playbooks.step.duration", "How long steps took, with all attempts and the waiting between them.");

    public static Histogram<double> RecoveryDuration { get; } = Seconds("playbooks.recovery.duration", "How long recovery agents took.");

    public static Histogram<double> ModelDuration { get; } = Seconds("gen_ai.client.operation.duration", "How long language models took to answer.");

    public static Histogram<long> ModelTokens { get; } = Meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens that language models read and wrote.");

    /// <summary>Whether anybody wants any of what a run's events give.</summary>
    public static bool AreWanted =>
        Runs.Enabled || Steps.Enabled || Retries.Enabled || DriftedSelectors.Enabled || GuardrailBlocks.Enabled
        || RunDuration.Enabled || StepDuration.Enabled || RecoveryDuration.Enabled;

    private static Histogram<double> Seconds(string name, string description) => Meter.CreateHistogram(
        name, "s", description, tags: null, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800] });
}
