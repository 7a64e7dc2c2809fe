using Playbooks.Browsing;

namespace Playbooks.Verification;

/// <summary><c>expect_no_page_errors</c>: no page has had an uncaught error since the run began.</summary>
internal sealed class PageErrorsExpectation(RequestAndErrorLog log) : IExpectation
{
    private const int LongestError = 200;

    public string Name => "expect_no_page_errors";

    public string Expected => "no uncaught errors";

    public bool IsFree => true;

    public Task<ExpectationResult> LookAsync() => Task.FromResult(log.PageErrors is [var first, ..] errors
        ? this.Failed($"{(errors.Count == 1 ? "an uncaught error" : $"{errors.Count} uncaught errors, the first")}: {first.Split('\n')[0].Truncate(LongestError)}")
        : this.Met("there were none"));
}
