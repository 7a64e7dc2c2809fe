namespace Playbooks;

/// <summary>How a step or a run ended, the best first.</summary>
public enum Outcome
{
    /// <summary>All went well at the first try.</summary>
    Passed,

    /// <summary>All went well in the end, but something needed more than one try.</summary>
    Flaky,

    /// <summary>A recovery agent finished what a failed step left, and every <c>verify</c> held afterwards.</summary>
    Recovered,

    /// <summary>It did not do what it should.</summary>
    Failed,
}
