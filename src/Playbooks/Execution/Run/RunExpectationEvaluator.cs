using System.Collections;
using System.Globalization;
using Playbooks.Generated;
using Playbooks.Instrumentation;

namespace Playbooks.Execution.Run;

/// <summary>Compares the result of a run with the expected result.</summary>
/// <param name="expectation">The expected result, or null.</param>
/// <param name="failOn">What makes a run fail although all of its steps succeeded.</param>
internal sealed class RunExpectationEvaluator(RunExpectation? expectation, FailOn failOn)
{
    /// <summary>Evaluates a run.</summary>
    /// <param name="run">The result of the run.</param>
    /// <param name="outputs">The stored outputs by name.</param>
    /// <returns>The unmet expectations. Empty if all are met, or if the run failed and no failure is expected.</returns>
    public IReadOnlyList<UnmetExpectation> Evaluate(PlaybookResult run, IReadOnlyDictionary<string, object> outputs)
    {
        if (run.ErrorCode is ErrorCode.RunTerminated or ErrorCode.Timeout || (run.Outcome == Outcome.Failed && expectation?.Failure is null))
        {
            return [];
        }

        UnmetExpectation?[] endings = [expectation?.Failure is { } wanted ? Failure(run, wanted) : Acceptance(run)];
        var unmet = endings.OfType<UnmetExpectation>().ToList();
        if (unmet.Count == 0)
        {
            unmet.AddRange((expectation?.Outputs ?? []).Select(one => Output(one, outputs.GetValueOrDefault(one.Name))).OfType<UnmetExpectation>());
        }

        unmet.AddRange(Refused(run));
        return unmet;
    }

    private static UnmetExpectation? Failure(PlaybookResult run, ExpectedFailure wanted)
    {
        var expected = $"{(wanted.Part is null ? string.Empty : $" with \"{wanted.Part}\"")}{(wanted.AtStep is { } number ? $" at {Step(run, number)}" : string.Empty)}";
        if (run.Outcome != Outcome.Failed)
        {
            return new("failure", $"a failure{expected}", OutcomeTags.From(run.Outcome), $"The run is expected to fail{expected}, but its outcome is {OutcomeTags.From(run.Outcome)}.");
        }

        if (wanted.IsMetBy(run))
        {
            return null;
        }

        var failed = run.FailedStep;
        var isElsewhere = wanted.AtStep is { } at && !ExpectedFailure.FailedAt(run, at);
        var place = failed is null ? "outside its steps" : $"at {Step(run, failed.Info.Number)}";
        var seen = isElsewhere ? place : $"with \"{ExpectedFailure.GetMessage(run)}\"";
        return new(isElsewhere ? "at_step" : "failure", $"a failure{expected}", $"it failed {seen}", $"The run is expected to fail{expected}, but it failed {seen}.");
    }

    private UnmetExpectation? Acceptance(PlaybookResult run)
    {
        if (expectation is null || expectation.Accept.HasFlag(run.Outcome))
        {
            return null;
        }

        var accepted = string.Join(" or ", Enum.GetValues<Outcome>().Where(one => expectation.Accept.HasFlag(one)).Select(OutcomeTags.From));
        var why = run.Outcome == Outcome.Recovered
            ? "a recovery agent completed it. To accept this, write expect: { recovered: true }."
            : run.Outcome == Outcome.Flaky ? $"{Retried(run)} needed more than one attempt." : "all of its steps passed on the first attempt.";
        return new("outcome", accepted, OutcomeTags.From(run.Outcome), $"The outcome is expected to be {accepted}, but it is {OutcomeTags.From(run.Outcome)}: {why}");
    }

    private static UnmetExpectation? Output(ExpectedOutput expected, object? seen) => AreEqual(expected.Value, seen)
        ? null
        : new(
            $"outputs.{expected.Name}",
            Shown(expected.Value),
            seen is null ? "nothing was stored" : Shown(seen),
            $"The output {expected.Name} is expected to be {Shown(expected.Value)}, but {(seen is null ? "nothing was stored" : $"it is {Shown(seen)}")}.");

    private IEnumerable<UnmetExpectation> Refused(PlaybookResult run)
    {
        if (failOn.HasFlag(FailOn.Flaky) && run.Outcome == Outcome.Flaky)
        {
            yield return Refusal("flaky", $"The run is flaky: {Retried(run)} needed more than one attempt.");
        }

        if (failOn.HasFlag(FailOn.Recovered) && run.Outcome == Outcome.Recovered)
        {
            yield return Refusal("recovered", "The run is recovered: a recovery agent completed it.");
        }

        if (failOn.HasFlag(FailOn.Drift) && run.Steps.FirstOrDefault(static step => step.Drifted) is { } drifted)
        {
            yield return Refusal("drift", $"The run has drift: {Step(run, drifted.Info.Number)} found its element by {drifted.SelectorUsed} instead of its primary selector.");
        }
    }

    private static UnmetExpectation Refusal(string word, string sentence) =>
        new(word, "none", word, $"{sentence} {nameof(RunOptions.FailOn)} ({RunOptions.FailOnVariable}) makes such runs fail.");

    private static string Retried(PlaybookResult run) =>
        run.Steps.FirstOrDefault(static step => step.Outcome == Outcome.Flaky) is { } flaky ? Step(run, flaky.Info.Number) : "a step";

    private static string Step(PlaybookResult run, int number) =>
        run.Playbook.Steps.FirstOrDefault(step => step.Number == number)?.Id is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"step {number} ({id})")
            : string.Create(CultureInfo.InvariantCulture, $"step {number}");

    private static bool AreEqual(object expected, object? seen) => expected is IEnumerable wanted and not string
        ? seen is IEnumerable list && wanted.Cast<object?>().SequenceEqual(list.Cast<object?>())
        : Equals(expected, seen);

    private static string Shown(object value) => value is IEnumerable items and not string ? $"[{string.Join(", ", items.Cast<object>().Select(Shown))}]" : value is string text ? $"\"{text}\"" : Bind.Any(value) ?? string.Empty;
}
