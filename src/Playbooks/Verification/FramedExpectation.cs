using Microsoft.Playwright;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary>
/// An expectation about an element in a frame. It does not query a frame that has not loaded, because such a frame never responds, and is not
/// met if several frames match, because the query would be about the first only.
/// </summary>
internal sealed class FramedExpectation : IDetailedExpectation
{
    private readonly IExpectation expectation;
    private readonly FramePath path;
    private readonly bool needsFrame;
    private FrameProblem? obstacle;

    private FramedExpectation(IPage page, string selector, IExpectation expectation, bool needsFrame)
    {
        this.expectation = expectation;
        this.needsFrame = needsFrame;
        path = new(page, selector);
    }

    /// <summary>Returns the expectation, which waits for its frames if its selector names any.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selector">The selector.</param>
    /// <param name="expectation">The expectation.</param>
    /// <param name="needsFrame">Whether the expectation is not met without the frame, although it might be met without an element.</param>
    public static IExpectation Create(IPage page, string selector, IExpectation expectation, bool needsFrame = false) =>
        FrameSelector.HasFrame(selector) ? new FramedExpectation(page, selector, expectation, needsFrame) : expectation;

    public string Name => expectation.Name;

    public string Expected => expectation.Expected;

    public bool IsFree => expectation.IsFree;

    /// <summary>Gets whether several frames matched at the last query, so that nothing is known about the element.</summary>
    public bool IsAmbiguous => obstacle is { IsAmbiguous: true };

    public async Task<ExpectationResult> LookAsync()
    {
        obstacle = await (needsFrame ? path.FindAsync() : path.FindObstacleAsync()).ConfigureAwait(false);
        return obstacle is null ? await expectation.LookAsync().ConfigureAwait(false) : this.Failed(obstacle.Sentence);
    }

    public async Task<string> DescribeAsync(ExpectationResult result) =>

        // An element is missing for another reason where its frame is.
        (obstacle ?? await path.FindAsync().ConfigureAwait(false)) is { } problem ? await problem.DescribeAsync().ConfigureAwait(false)
        : expectation is IDetailedExpectation detailed ? await detailed.DescribeAsync(result).ConfigureAwait(false)
        : result.Seen;
}
