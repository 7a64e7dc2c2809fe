namespace Playbooks;

/// <summary>What makes a run fail although all of its steps came to a good end.</summary>
[Flags]
public enum FailOn
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A run that is <see cref="Outcome.Flaky"/>.</summary>
    Flaky = 1,

    /// <summary>A run that is <see cref="Outcome.Recovered"/>, even where its case accepts that.</summary>
    Recovered = 2,

    /// <summary>A run with a step whose element was found by a fallback and not by the primary selector.</summary>
    Drift = 4,
}
