namespace Playbooks;

/// <summary>Specifies how a step or a run ended, from best to worst. A result has exactly one outcome; an expectation can accept several.</summary>
[Flags]
public enum Outcome
{
    /// <summary>Everything succeeded on the first attempt.</summary>
    Passed = 1,

    /// <summary>Everything succeeded, but something required more than one attempt.</summary>
    Flaky = 2,

    /// <summary>A recovery agent completed what a failed step left undone, and every <c>verify</c> was met afterwards.</summary>
    Recovered = 4,

    /// <summary>The step or the run failed.</summary>
    Failed = 8,
}
