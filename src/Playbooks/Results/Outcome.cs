namespace Playbooks;

/// <summary>How a step or a run ended, the best first. A result has exactly one of them; what is accepted may be several.</summary>
[Flags]
public enum Outcome
{
    /// <summary>All went well at the first attempt.</summary>
    Passed = 1,

    /// <summary>All went well in the end, but something needed more than one attempt.</summary>
    Flaky = 2,

    /// <summary>A recovery agent finished what a failed step left, and every <c>verify</c> held afterwards.</summary>
    Recovered = 4,

    /// <summary>It did not do what it should.</summary>
    Failed = 8,
}
