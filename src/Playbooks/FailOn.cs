namespace Playbooks;

/// <summary>Specifies what makes a run fail although all of its steps succeeded.</summary>
[Flags]
public enum FailOn
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A run whose outcome is <see cref="Outcome.Flaky"/>.</summary>
    Flaky = 1,

    /// <summary>A run whose outcome is <see cref="Outcome.Recovered"/>, even if its case accepts that outcome.</summary>
    Recovered = 2,

    /// <summary>A run with a step whose element was found by a fallback instead of the primary selector.</summary>
    Drift = 4,
}
