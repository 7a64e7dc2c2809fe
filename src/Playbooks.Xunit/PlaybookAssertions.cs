using System.Globalization;

namespace Playbooks.Xunit;

/// <summary>What a test says about how a run ended.</summary>
public static class PlaybookAssertions
{
    private static readonly Outcome[] Good = [Outcome.Passed, Outcome.Flaky, Outcome.Recovered];

    /// <summary>The run met what its case expects of it, as <see cref="RunOptions.Expectation"/> says. Called by generated code.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="PlaybookAssertionException">It did not; the message is the whole report.</exception>
    public static void ShouldMeetExpectation(this PlaybookResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run is { Outcome: Outcome.Failed, FailedAsExpected: not true })
        {
            throw new PlaybookAssertionException(ReportOf(run), run);
        }
    }

    /// <summary>The run passed, perhaps at a second attempt.</summary>
    /// <param name="run">The run.</param>
    /// <param name="accept">The outcomes that are accepted, and no others, as <c>Outcome.Passed</c> or <c>Outcome.Passed | Outcome.Flaky | Outcome.Recovered</c>; default: passed and flaky.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="accept"/> names no outcome, or <see cref="Outcome.Failed"/>.</exception>
    /// <exception cref="PlaybookAssertionException">It did not; the message is the whole report.</exception>
    public static void ShouldSucceed(this PlaybookResult run, Outcome accept = Outcome.Passed | Outcome.Flaky)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (accept == 0 || accept.HasFlag(Outcome.Failed))
        {
            throw new ArgumentOutOfRangeException(nameof(accept), accept, "Name the outcomes that are accepted. A failed run is no success: say what should fail with ShouldFail.");
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

    /// <summary>The run failed, and for the reason that the test names.</summary>
    /// <param name="run">The run.</param>
    /// <param name="part">Part of what a person is told, case-sensitive; null: anything.</param>
    /// <param name="atStep">The running number of the step that failed, from 1; null: any.</param>
    /// <exception cref="PlaybookAssertionException">It did not fail, or otherwise.</exception>
    public static void ShouldFail(this PlaybookResult run, string? part = null, int? atStep = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Outcome != Outcome.Failed)
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name} should have failed{(part is null ? "" : $" with \"{part}\"")}{(atStep is null ? "" : $" at {Step(run, atStep.Value)}")}, but its outcome is {run.Outcome}.",
                run);
        }

        var failed = ExpectedFailure.FailedStep(run);
        if (atStep is not null && failed?.Info.Number != atStep)
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name} should have failed at {Step(run, atStep.Value)}, but failed {(failed is null ? "outside its steps" : $"at {Step(run, failed.Info.Number)}")}.\n{ReportOf(run)}",
                run);
        }

        var told = ExpectedFailure.ToldBy(run);
        if (part is not null && !told.Contains(part, StringComparison.Ordinal))
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name} failed as it should, but with another error.\n  expected part: {part}\n  error:         {told}\n{ReportOf(run)}",
                run);
        }
    }

    /// <summary>The run stored this text.</summary>
    /// <param name="run">The run.</param>
    /// <param name="name">The output's name in the YAML.</param>
    /// <param name="actual">What was stored; null: nothing.</param>
    /// <param name="expected">What should be.</param>
    /// <exception cref="PlaybookAssertionException">It stored another, or none.</exception>
    public static void ShouldHaveOutput(this PlaybookResult run, string name, string? actual, string expected) =>
        Compare(run, name, actual is null ? null : $"\"{actual}\"", $"\"{expected}\"", string.Equals(actual, expected, StringComparison.Ordinal));

    /// <summary>The run stored this value.</summary>
    /// <typeparam name="T">The output's type.</typeparam>
    /// <param name="run">The run.</param>
    /// <param name="name">The output's name in the YAML.</param>
    /// <param name="actual">What was stored; null: nothing.</param>
    /// <param name="expected">What should be.</param>
    /// <exception cref="PlaybookAssertionException">It stored another, or none.</exception>
    public static void ShouldHaveOutput<T>(this PlaybookResult run, string name, T? actual, T expected)
        where T : struct, IFormattable =>
        Compare(run, name, actual?.ToString(FormatOf<T>(), CultureInfo.InvariantCulture), expected.ToString(FormatOf<T>(), CultureInfo.InvariantCulture), actual.Equals(expected));

    /// <summary>The run stored this truth value.</summary>
    /// <param name="run">The run.</param>
    /// <param name="name">The output's name in the YAML.</param>
    /// <param name="actual">What was stored; null: nothing.</param>
    /// <param name="expected">What should be.</param>
    /// <exception cref="PlaybookAssertionException">It stored the other, or none.</exception>
    public static void ShouldHaveOutput(this PlaybookResult run, string name, bool? actual, bool expected) =>
        Compare(run, name, actual is null ? null : Truth(actual.Value), Truth(expected), actual == expected);

    private static void Compare(PlaybookResult run, string name, string? actual, string expected, bool equal)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!equal)
        {
            throw new PlaybookAssertionException(
                $"{run.Playbook.Name}: the output {name} is not what it should be.\n  expected: {run.Mask(expected)}\n  seen:     {(actual is null ? "nothing was stored" : run.Mask(actual))}",
                run);
        }
    }

    private static string Refused(PlaybookResult run, Outcome accept)
    {
        var accepted = Good.Where(one => accept.HasFlag(one)).ToArray();
        var wider = string.Join(" | ", Good.Where(one => accept.HasFlag(one) || one == run.Outcome).Select(static one => $"Outcome.{one}"));
        var why = run.Outcome switch
        {
            Outcome.Recovered => "a recovery agent finished it",
            Outcome.Flaky => "a step needed more than one attempt",
            _ => "all of its steps passed at the first attempt",
        };
        return $"{run.Playbook.Name} is {Word(run.Outcome)}: {why}. Accepted is only {string.Join(" or ", accepted.Select(Word))}. "
            + $"Where it is good enough, say ShouldSucceed(accept: {wider}).\n{ReportOf(run)}".TrimEnd();
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
