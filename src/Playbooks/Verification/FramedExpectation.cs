using Microsoft.Playwright;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary>An expectation about an element in a frame. It does not query a frame that has not loaded, because such a frame never responds.</summary>
internal sealed class FramedExpectation : IDetailedExpectation
{
    private readonly IExpectation expectation;
    private readonly FramePath path;
    private bool isLoaded;

    private FramedExpectation(IPage page, string selector, IExpectation expectation)
    {
        this.expectation = expectation;
        path = new(page, selector);
    }

    /// <summary>Returns the expectation, which waits for its frames if its selector names any.</summary>
    public static IExpectation Create(IPage page, string selector, IExpectation expectation) =>
        FrameSelector.HasFrame(selector) ? new FramedExpectation(page, selector, expectation) : expectation;

    public string Name => expectation.Name;

    public string Expected => expectation.Expected;

    public bool IsFree => expectation.IsFree;

    public async Task<ExpectationResult> LookAsync()
    {
        var problem = await path.FindUnloadedAsync().ConfigureAwait(false);
        isLoaded = problem is null;
        return isLoaded ? await expectation.LookAsync().ConfigureAwait(false) : this.Failed(problem!);
    }

    public Task<string> DescribeAsync(ExpectationResult result) =>
        isLoaded && expectation is IDetailedExpectation detailed ? detailed.DescribeAsync(result) : Task.FromResult(result.Seen);
}
