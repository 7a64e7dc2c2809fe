using Microsoft.CodeAnalysis;

namespace Playbooks.Generators.Tests.Caching;

/// <summary>Reads from a driver what its last run did.</summary>
internal static class StepReasons
{
    /// <summary>Why each output of a step is what it is; empty: the step had nothing to do.</summary>
    public static string ReasonsOf(this GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results.Single().TrackedSteps.TryGetValue(step, out var runs)
            ? string.Join(' ', runs.SelectMany(run => run.Outputs).Select(output => output.Reason))
            : string.Empty;
}
