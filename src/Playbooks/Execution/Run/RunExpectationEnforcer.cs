using Playbooks.Execution.Failure;

namespace Playbooks.Execution.Run;

/// <summary>Turns a run that does not meet its expectation into a failed one, with the evidence of any other failure.</summary>
internal sealed class RunExpectationEnforcer(RunOptions options, RunRequest request, RunResultFactory conclusion)
{
    private readonly RunExpectationEvaluator evaluator = new(request.Expectation, options.FailOn ?? FailOn.None);

    /// <summary>Evaluates a run that has completed its work on the page.</summary>
    /// <param name="result">The result of the run.</param>
    /// <param name="outputs">The stored outputs by name.</param>
    /// <param name="run">The context with the page for evidence, or null if there is none.</param>
    public async Task<PlaybookResult> ApplyAsync(PlaybookResult result, IReadOnlyDictionary<string, object> outputs, RunContext? run)
    {
        var unmet = evaluator.Evaluate(result, outputs);
        if (request.Expectation?.Failure is { } wanted)
        {
            result = result with { FailedAsExpected = unmet.Count == 0 && wanted.IsMetBy(result) };
        }

        if (unmet.Count == 0)
        {
            return result;
        }

        var failed = conclusion.Unmet(result, unmet, request.Case, request.Expectation);
        if (result.Failure is not null || run is null)
        {
            return failed;
        }

        var last = result.Steps.Count == 0 ? 0 : result.Steps[^1].Info.Number;
        var details = await new FailureEvidence(run).GatherAsync(failed.Failure!, last, "expectation", [], run.Given).ConfigureAwait(false);
        return failed with { Failure = details with { Values = [.. details.Values, .. result.OutputTexts] } };
    }
}
