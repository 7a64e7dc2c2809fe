using Playbooks.Browsing;

namespace Playbooks.Execution.Run;

/// <summary>Keeps steps from timing out while a person debugs them with Playwright's inspector.</summary>
internal static class DebuggedStep
{
    private static readonly TimeSpan Unlimited = TimeSpan.FromDays(1);

    /// <summary>Gets whether a person debugs.</summary>
    public static bool IsDebugging { get; } = BrowserEnvironment.IsDebugging(Environment.GetEnvironmentVariable);

    /// <summary>Returns the description of a step, without a time limit if a person debugs.</summary>
    public static StepInfo From(StepInfo step) => IsDebugging ? step with { Timeout = Unlimited } : step;
}
