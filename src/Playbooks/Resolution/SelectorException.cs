namespace Playbooks.Resolution;

/// <summary>The exception that is thrown when no selector of a chain matches exactly one element in time.</summary>
internal sealed class SelectorException : PlaybookException
{
    public SelectorException(string message, IReadOnlyList<SelectorCandidate> candidates, IReadOnlyList<string> nearest)
        : base(ErrorCode.StepFailed, message)
    {
        Candidates = candidates;
        Nearest = nearest;
    }

    /// <summary>Gets the result of each selector, in order.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; }

    /// <summary>Gets the elements of the page with the most similar names, most similar first, such as <c>button "Cancel order"</c>.</summary>
    public IReadOnlyList<string> Nearest { get; }
}
