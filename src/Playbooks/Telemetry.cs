namespace Playbooks;

/// <summary>Identifies the source of spans and metrics of runs.</summary>
public static class Telemetry
{
    /// <summary>The name of both the <see cref="System.Diagnostics.ActivitySource"/> and the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "Playbooks";
}
