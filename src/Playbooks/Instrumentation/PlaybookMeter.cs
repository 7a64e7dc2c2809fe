using System.Diagnostics.Metrics;

namespace Playbooks.Instrumentation;

/// <summary>Defines the metrics. No tag contains the id of a run, because its values would be unbounded.</summary>
internal static class PlaybookMeter
{
    // Static, as recommended for .NET: listeners select the meter by name once per process. It holds no state of a run.
    private static readonly Meter Meter = new(Telemetry.Name, typeof(PlaybookMeter).Assembly.GetName().Version?.ToString(3));

    public static Counter<long> Runs { get; } = Meter.CreateCounter<long>("playbooks.runs", "{run}", "The number of runs that ended.");

    public static Counter<long> Steps { get; } = Meter.CreateCounter<long>("playbooks.steps", "{step}", "The number of steps that ended.");

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("playbooks.retries", "{retry}", "The number of attempts that followed a failed attempt.");

    public static Counter<long> DriftedSelectors { get; } = Meter.CreateCounter<long>(
        "playbooks.selectors.drifted", "{selector}", "The number of elements that a fallback found instead of the primary selector.");

    public static Counter<long> GuardrailBlocks { get; } = Meter.CreateCounter<long>(
        "playbooks.guardrail.blocks", "{block}", "The number of steps, or navigations to a start page, that a guardrail blocked.");

    public static Counter<long> StuckVerdicts { get; } = Meter.CreateCounter<long>(
        "playbooks.stuck.verdicts", "{verdict}", "The number of hints, warnings, and stops that stuck detection raised.");

    public static Histogram<double> RunDuration { get; } = Seconds("playbooks.run.duration", "The duration of runs.");

    public static Histogram<double> StepDuration { get; } = Seconds("playbooks.step.duration", "The duration of steps, including all attempts and the delays between them.");

    public static Histogram<double> RecoveryDuration { get; } = Seconds("playbooks.recovery.duration", "The duration of recovery by agents.");

    public static Histogram<double> ModelDuration { get; } = Seconds("gen_ai.client.operation.duration", "The duration of calls to language models.");

    public static Histogram<long> ModelTokens { get; } = Meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "The number of tokens that language models read and wrote.");

    /// <summary>Gets whether any metric that the events of a run provide is collected.</summary>
    public static bool AreWanted =>
        Runs.Enabled || Steps.Enabled || Retries.Enabled || DriftedSelectors.Enabled || GuardrailBlocks.Enabled
        || RunDuration.Enabled || StepDuration.Enabled || RecoveryDuration.Enabled;

    private static Histogram<double> Seconds(string name, string description) => Meter.CreateHistogram(
        name, "s", description, tags: null, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800] });
}
