using System.Globalization;

namespace Playbooks.Xunit;

/// <summary>Asserts how a run ended.</summary>
public static class PlaybookAssertions
{
    private static readonly Outcome[] Good = [Outcome.Passed, Outcome.Flaky, Outcome.Recovered];

    /// <summary>Asserts that the run met <see cref="RunRequest.Expectation"/>. Called by the generated tests of cases.</summary>
    /// <param name="run">The result of the run.</param>
    /// <exception cref="PlaybookAssertionException">The run did not meet the expectation. The message is the complete failure report.</exception>
    public static void ShouldMeetExpectation(this PlaybookResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run is { Outcome: Outcome.Failed, FailedAsExpected: not true })
        {
            throw new PlaybookAssertionException(ReportOf(run), run);
        }
    }

    /// <summary>Asserts that the run passed, by default including flaky runs.</summary>
    /// <param name="run">The result of the run.</param>
    /// <param name="accept">The exact set of accepted outcomes, such as <c>Outcome.Passed</c> or <c>Outcome.Passed | Outcome.Flaky | Outcome.Recovered</c>. The default is passed and flaky.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="accept"/> is empty or contains <see cref="Outcome.Failed"/>.</exception>
    /// <exception cref="PlaybookAssertionException">The run has another outcome. The message is the complete failure report.</exception>
    public static void ShouldSucceed(this PlaybookResult run, Outcome accept = Outcome.Passed | Outcome.Flaky)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (accept == 0 || accept.HasFlag(Outcome.Failed))
        {
            throw new ArgumentOutOfRangeException(nameof(accept), accept, "Pass the outcomes to accept: Passed, Flaky, Recovered, or a combination. To expect a failed run, use ShouldFail.");
        }

        if (run.Outcome == Outcome.Failed)
        {
            throw new PlaybookAssertionException(ReportOf(run), run);
        }

        if (!accept.HasFlag(run.Outcome))
        {
            throw new PlaybookAssertionException(Refused(run, accept), run);
        }
    }

    /// <summary>Asserts that the run failed as expected.</summary>
    /// <param name="run">The result of the run.</param>
    /// <param name="part">The text that the error message must contain, case-sensitive. Null accepts any message.</param>
    /// <param name="atStep">The number of the step that must have failed, starting at 1. Null accepts any step.</param>
    /// <exception cref="PlaybookAssertionException">The run did not fail, failed at another step, or failed with another message.</exception>
    public static void ShouldFail(this PlaybookResult run, string? part = null, int? atStep = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Outcome != Outcome.Failed)
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name} should have failed{(part is null ? "" : $" with \"{part}\"")}{(atStep is null ? "" : $" at {Step(run, atStep.Value)}")}, but its outcome is {run.Outcome}.",
                run);
        }

        var failed = run.FailedStep;
        if (atStep is not null && !ExpectedFailure.FailedAt(run, atStep.Value))
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name} should have failed at {Step(run, atStep.Value)}, but failed {(failed is null ? "outside its steps" : $"at {Step(run, failed.Info.Number)}")}.\n{ReportOf(run)}",
                run);
        }

        var told = ExpectedFailure.GetMessage(run);
        if (part is not null && !told.Contains(part, StringComparison.Ordinal))
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name} failed as expected, but with a different error.\n  expected part: {part}\n  error:         {told}\n{ReportOf(run)}",
                run);
        }
    }

    /// <summary>Asserts that the run stored a string.</summary>
    /// <param name="run">The result of the run.</param>
    /// <param name="name">The name of the output in the YAML.</param>
    /// <param name="actual">The stored value, or null.</param>
    /// <param name="expected">The expected value.</param>
    /// <exception cref="PlaybookAssertionException">The run stored another value, or none.</exception>
    public static void ShouldHaveOutput(this PlaybookResult run, string name, string? actual, string expected) =>
        Compare(run, name, actual is null ? null : $"\"{actual}\"", $"\"{expected}\"", string.Equals(actual, expected, StringComparison.Ordinal));

    /// <summary>Asserts that the run stored a value.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="run">The result of the run.</param>
    /// <param name="name">The name of the output in the YAML.</param>
    /// <param name="actual">The stored value, or null.</param>
    /// <param name="expected">The expected value.</param>
    /// <exception cref="PlaybookAssertionException">The run stored another value, or none.</exception>
    public static void ShouldHaveOutput<T>(this PlaybookResult run, string name, T? actual, T expected)
        where T : struct, IFormattable =>
        Compare(run, name, actual?.ToString(FormatOf<T>(), CultureInfo.InvariantCulture), expected.ToString(FormatOf<T>(), CultureInfo.InvariantCulture), actual.Equals(expected));

    /// <summary>Asserts that the run stored a Boolean value.</summary>
    /// <param name="run">The result of the run.</param>
    /// <param name="name">The name of the output in the YAML.</param>
    /// <param name="actual">The stored value, or null.</param>
    /// <param name="expected">The expected value.</param>
    /// <exception cref="PlaybookAssertionException">The run stored the other value, or none.</exception>
    public static void ShouldHaveOutput(this PlaybookResult run, string name, bool? actual, bool expected) =>
        Compare(run, name, actual is null ? null : Truth(actual.Value), Truth(expected), actual == expected);

    private static void Compare(PlaybookResult run, string name, string? actual, string expected, bool equal)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!equal)
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name}: the output '{name}' has an unexpected value.\n  expected: {run.Mask(expected)}\n  seen:     {(actual is null ? "nothing was stored" : run.Mask(actual))}",
                run);
        }
    }

    private static string Refused(PlaybookResult run, Outcome accept)
    {
        var accepted = Good.Where(one => accept.HasFlag(one)).ToArray();
        var wider = string.Join(" | ", Good.Where(one => accept.HasFlag(one) || one == run.Outcome).Select(static one => $"Outcome.{one}"));
        var why = run.Outcome switch
        {
            Outcome.Recovered => "a recovery agent completed it",
            Outcome.Flaky => "a step needed more than one attempt",
            _ => "all of its steps passed on the first attempt",
        };
        return $"{run.Playbook.Name} is {Word(run.Outcome)}: {why}. Expected: {string.Join(" or ", accepted.Select(Word))}. "
            + $"To accept this outcome, use ShouldSucceed(accept: {wider}).\n{ReportOf(run)}".TrimEnd();
    }

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private static string ReportOf(PlaybookResult run) => run.Report is { Length: > 0 } report ? report : run.Error ?? "";

    private static string Step(PlaybookResult run, int number) =>
        run.Playbook.Steps.FirstOrDefault(step => step.Number == number)?.Id is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"step {number} ({id})")
            : string.Create(CultureInfo.InvariantCulture, $"step {number}");

    private static string? FormatOf<T>() => typeof(T) == typeof(DateOnly) ? "yyyy-MM-dd" : null;

    private static string Truth(bool value) => value ? "true" : "false";
}
