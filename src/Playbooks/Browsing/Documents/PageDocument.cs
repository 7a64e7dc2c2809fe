using Microsoft.Playwright;

namespace Playbooks.Browsing.Documents;

/// <summary>The document of one frame, in which scripts of ours run apart from the page's own.</summary>
internal abstract class PageDocument
{
    /// <summary>Names the frame among those of its page, whichever document is in it.</summary>
    public abstract object Frame { get; }

    /// <summary>Its URL when it was listed.</summary>
    public abstract string Url { get; }

    /// <summary>Whether it is the page's main document.</summary>
    public abstract bool IsMain { get; }

    /// <summary>Calls a JavaScript function with a text. There is no time limit: a document that hangs does not answer.</summary>
    /// <param name="function">The function; it returns a text, null, or a promise of one. <c>globalThis</c> is shared by all calls in one document.</param>
    /// <param name="argument">Its argument.</param>
    /// <exception cref="PlaywrightException">The document is gone, or the function threw.</exception>
    public abstract Task<string?> EvaluateAsync(string function, string argument = "");

    /// <summary>Whether the frame is visible in its parent document, and that one in its own, up to the main document.</summary>
    /// <exception cref="PlaywrightException">The document is gone.</exception>
    public abstract Task<bool> IsShownAsync();
}
