using Microsoft.Playwright;

namespace Playbooks.Browsing.Documents;

/// <summary>The document of a frame, in which the runtime's scripts run isolated from those of the page.</summary>
internal abstract class PageDocument
{
    /// <summary>Gets the identity of the frame, independent of the document in it.</summary>
    public abstract object Frame { get; }

    /// <summary>Gets the URL of the document when it was listed.</summary>
    public abstract string Url { get; }

    /// <summary>Gets whether this is the main document of the page.</summary>
    public abstract bool IsMain { get; }

    /// <summary>Calls a JavaScript function with a text. There is no time limit: a document that hangs never responds.</summary>
    /// <param name="function">A function that returns a text, null, or a promise of either. All calls in one document share <c>globalThis</c>.</param>
    /// <param name="argument">The argument of the function.</param>
    /// <exception cref="PlaywrightException">The document no longer exists, or the function threw.</exception>
    public abstract Task<string?> EvaluateAsync(string function, string argument = "");

    /// <summary>Determines whether the frame is visible in its parent document, and so on up to the main document.</summary>
    /// <exception cref="PlaywrightException">The document no longer exists.</exception>
    public abstract Task<bool> IsShownAsync();
}
