using System.Globalization;

namespace Playbooks.Xunit;

/// <summary>What a test says about how a run ended.</summary>
public static class PlaybookAssertions
{
    /// <summary>The run passed, perhaps at a second try.</summary>
    /// <param name="run">The run.</param>
    /// <param name="accept"><see cref="Outcome.Recovered"/>: a run that a recovery agent finished is accepted as well.</param>
    /// <exception cref="PlaybookAssertionException">It did not; the message is the whole report.</exception>
    public static void ShouldSucceed(this PlaybookResult run, Outcome accept = Outcome.Flaky)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (accept == Outcome.Failed)
        {
            throw new ArgumentOutOfRangeException(nameof(accept), accept, "A failed run is no success. Say what should fail with ShouldFail.");
        }

        switch (run.Outcome)
        {
            case Outcome.Failed:
                throw new PlaybookAssertionException(ReportOf(run), run);
            case Outcome.Recovered when accept != Outcome.Recovered:
                throw new PlaybookAssertionException(
                    $"{run.Playbook.Name} did not pass: a recovery agent finished it. Where that is good enough, say ShouldSucceed(accept: Outcome.Recovered), or expect: {{ recovered: true }} in a case.\n{ReportOf(run)}".TrimEnd(),
                    run);
            default:
                return;
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

    private static string ReportOf(PlaybookResult run) => run.Report is { Length: > 0 } report ? report : run.Error ?? "";

    private static string Step(PlaybookResult run, int number) =>
        run.Playbook.Steps.FirstOrDefault(step => step.Number == number)?.Id is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"step {number} ({id})")
            : string.Create(CultureInfo.InvariantCulture, $"step {number}");

    private static string? FormatOf<T>() => typeof(T) == typeof(DateOnly) ? "yyyy-MM-dd" : null;

    private static string Truth(bool value) => value ? "true" : "false";
}
