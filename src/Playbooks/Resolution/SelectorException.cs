namespace Playbooks.Resolution;

/// <summary>No selector of a chain gave exactly one element in time.</summary>
internal sealed class SelectorException : PlaybookException
{
    public SelectorException(string message, IReadOnlyList<SelectorCandidate> candidates, IReadOnlyList<string> nearest)
        : base(ErrorCode.StepFailed, message)
    {
        Candidates = candidates;
        Nearest = nearest;
    }

    /// <summary>Each selector tried, in order.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; }

    /// <summary>The closest elements on the page by accessible name, nearest first, as <c>button "Cancel order"</c>.</summary>
    public IReadOnlyList<string> Nearest { get; }
}
