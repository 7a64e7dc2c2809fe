namespace Playbooks.Execution.Steps;

/// <summary>Names steps and their values to people.</summary>
internal static class StepWords
{
    /// <summary>As <c>Step 5 of 6 (Click cancel)</c>, and in an iteration or a call <c>Step 5 of 6 at 4[2].1 (Click cancel)</c>. What comes before the steps has no number.</summary>
    public static string Place(StepInfo step, int stepCount, string? description) =>
        step.Number == 0 ? step.Description ?? step.Action
        : $"Step {step.Number} of {stepCount}{(step.Path.AsSpan().ContainsAny('[', '/') ? " at " + step.Path : string.Empty)} ({(string.IsNullOrWhiteSpace(description) ? step.Id ?? step.Action : description)})";

    /// <summary>Two sentences after one another, whether or not the first ends as sentences do.</summary>
    public static string Join(string first, string second) =>
        first.TrimEnd() is { Length: > 0 } text ? text + (text[^1] is '.' or '!' or '?' or ':' or ';' ? " " : ". ") + second : second;
}
