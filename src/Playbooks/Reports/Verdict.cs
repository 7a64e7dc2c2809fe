namespace Playbooks.Reports;

/// <summary>How a run stands, in one word for people; the best first.</summary>
internal enum Verdict
{
    /// <summary>All went well at the first try.</summary>
    Passed,

    /// <summary>It failed, and so it should.</summary>
    Expected,

    /// <summary>All went well in the end, but something needed more than one try.</summary>
    Flaky,

    /// <summary>A recovery agent finished it.</summary>
    Recovered,

    /// <summary>It did not do what it should.</summary>
    Failed,

    /// <summary>It took longer than it was given.</summary>
    Timeout,

    /// <summary>It was stopped from outside, or its process is gone.</summary>
    Terminated,

    /// <summary>It has not come to its end.</summary>
    Running,
}

/// <summary>Verdicts in words.</summary>
internal static class Verdicts
{
    /// <summary>A run's verdict.</summary>
    public static Verdict Of(RunState state, Outcome? result, bool? failedAsExpected) => state switch
    {
        RunState.Failed when failedAsExpected == true => Verdict.Expected,
        RunState.Starting or RunState.Running => Verdict.Running,
        RunState.Timeout => Verdict.Timeout,
        RunState.Terminated => Verdict.Terminated,
        RunState.Completed when result is { } outcome => Of(outcome),
        _ => Verdict.Failed,
    };

    /// <summary>A step's verdict.</summary>
    public static Verdict Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Verdict.Passed,
        Outcome.Flaky => Verdict.Flaky,
        Outcome.Recovered => Verdict.Recovered,
        _ => Verdict.Failed,
    };

    /// <summary>As it stands at the head of a report.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Expected => "Failed as expected",
        Verdict.Timeout => "Timed out",
        Verdict.Running => "Still running",
        _ => verdict.ToString(),
    };

    /// <summary>For file formats and style sheets: one word in lower case.</summary>
    public static string Key(this Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>What it means, where the word alone would be taken for more or less than it is.</summary>
    public static string Meaning(this Verdict verdict) => verdict switch
    {
        Verdict.Passed => "Every step passed at its first try.",
        Verdict.Expected => "The run failed, and its case says that it should, and how.",
        Verdict.Flaky => "Every step passed in the end, but not all at their first try.",
        Verdict.Recovered => "A step failed, and a recovery agent finished the run by other means. Every check held afterwards; what the agent did is for a person to review.",
        Verdict.Failed => "The run did not do what it should.",
        Verdict.Timeout => "The run took longer than it was given, and was ended.",
        Verdict.Terminated => "The run was stopped, or its process is gone. What it had done until then is below.",
        _ => "The run has not come to its end. What it has done so far is below.",
    };

    /// <summary>Whether the run did what it should.</summary>
    public static bool IsGood(this Verdict verdict) => verdict is Verdict.Passed or Verdict.Expected or Verdict.Flaky or Verdict.Recovered;

    /// <summary>Whether the run ended without doing what it should.</summary>
    public static bool IsBad(this Verdict verdict) => verdict is Verdict.Failed or Verdict.Timeout or Verdict.Terminated;
}
