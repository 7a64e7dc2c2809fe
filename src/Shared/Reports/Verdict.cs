namespace Playbooks.Reports;

/// <summary>Specifies the state of a run in one word, from best to worst.</summary>
internal enum Verdict
{
    /// <summary>Everything succeeded on the first attempt.</summary>
    Passed,

    /// <summary>The run failed as expected.</summary>
    Expected,

    /// <summary>Everything succeeded, but something required more than one attempt.</summary>
    Flaky,

    /// <summary>A recovery agent completed the run.</summary>
    Recovered,

    /// <summary>The run failed.</summary>
    Failed,

    /// <summary>The run exceeded its time limit.</summary>
    Timeout,

    /// <summary>The run was stopped from outside, or its process no longer exists.</summary>
    Terminated,

    /// <summary>The run has not ended.</summary>
    Running,
}

/// <summary>Converts verdicts to words.</summary>
internal static class Verdicts
{
    /// <summary>Returns the verdict of a run.</summary>
    public static Verdict From(RunState state, Outcome? result, bool? failedAsExpected) => state switch
    {
        RunState.Failed when failedAsExpected == true => Verdict.Expected,
        RunState.Starting or RunState.Running => Verdict.Running,
        RunState.Timeout => Verdict.Timeout,
        RunState.Terminated => Verdict.Terminated,
        RunState.Completed when result is { } outcome => From(outcome),
        _ => Verdict.Failed,
    };

    /// <summary>Returns the verdict of a step.</summary>
    public static Verdict From(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Verdict.Passed,
        Outcome.Flaky => Verdict.Flaky,
        Outcome.Recovered => Verdict.Recovered,
        _ => Verdict.Failed,
    };

    /// <summary>Returns the words for the head of a report.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Expected => "Failed as expected",
        Verdict.Timeout => "Timed out",
        Verdict.Running => "Still running",
        _ => verdict.ToString(),
    };

    /// <summary>Returns one lowercase word, for file formats and style sheets.</summary>
    public static string Key(this Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>Explains a verdict.</summary>
    public static string Meaning(this Verdict verdict) => verdict switch
    {
        Verdict.Passed => "Every step passed on the first attempt.",
        Verdict.Expected => "The run failed in the way that its case expects.",
        Verdict.Flaky => "Every step passed, but not all on the first attempt.",
        Verdict.Recovered => "A step failed, and a recovery agent completed the run by other means. Every check passed afterwards. A person should review the agent's actions.",
        Verdict.Failed => "The run failed.",
        Verdict.Timeout => "The run exceeded its time limit and was stopped.",
        Verdict.Terminated => "The run was stopped, or its process no longer exists. The actions until then are listed below.",
        _ => "The run has not ended. The actions so far are listed below.",
    };

    /// <summary>Determines whether the run had the expected result.</summary>
    public static bool IsGood(this Verdict verdict) => verdict is Verdict.Passed or Verdict.Expected or Verdict.Flaky or Verdict.Recovered;

    /// <summary>Determines whether the run ended without the expected result.</summary>
    public static bool IsBad(this Verdict verdict) => verdict is Verdict.Failed or Verdict.Timeout or Verdict.Terminated;
}
