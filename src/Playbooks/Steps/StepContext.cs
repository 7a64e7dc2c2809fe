using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;
using Playbooks.Generated;
using Playbooks.Guarding;
using Playbooks.Guarding.Secrets;
using Playbooks.Instrumentation;
using Playbooks.Recording;
using Playbooks.Resolution;

namespace Playbooks.Steps;

/// <summary>Provides an attempt of a step with the page and its services.</summary>
internal sealed class StepContext
{
    /// <summary>Gets the page.</summary>
    public required IPage Page { get; init; }

    /// <summary>Gets the deadline of this attempt, which resolving, acting, and waiting share.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>Gets the clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Gets the built-in values.</summary>
    public required RunValues Values { get; init; }

    /// <summary>Gets the folder of the playbook's file, which upload paths are relative to.</summary>
    public required string SourceFolder { get; init; }

    /// <summary>Gets the service that takes screenshots into the run's folder.</summary>
    public required ScreenshotTaker Screenshots { get; init; }

    /// <summary>Gets the number of the step.</summary>
    public required int StepNumber { get; init; }

    /// <summary>Gets the resolver of selector chains.</summary>
    public required SelectorResolver Resolver { get; init; }

    /// <summary>Gets the mask for secrets in the texts of the attempt.</summary>
    public SecretMask Mask { get; init; } = SecretMask.None;

    /// <summary>Gets the language model for <c>llm_extract</c>, or null if the run has none.</summary>
    public ITextModel? Model { get; init; }

    /// <summary>Gets the guard that checks URLs before they are opened, or null.</summary>
    public RunGuard? Guard { get; init; }

    /// <summary>Gets the recorder of side effects and notes, or null.</summary>
    public PageEffects? Effects { get; init; }

    /// <summary>Gets the browser with its open pages and downloads, or null.</summary>
    public BrowserState? Browser { get; init; }

    /// <summary>Gets the full path of the run's folder.</summary>
    public string RunFolder { get; init; } = string.Empty;

    /// <summary>Gets the logger of the run.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Gets a token that cancels the attempt.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Gets or sets the resolved element with the selector that found it, or null.</summary>
    public ResolvedElement? Resolved { get; set; }

    /// <summary>Gets or sets the full path of the screenshot that the attempt took, or null.</summary>
    public string? ScreenshotPath { get; set; }

    /// <summary>Gets the pending navigation of the page, or null if it is not tracked.</summary>
    public PendingNavigation? Navigation { get; init; }

    /// <summary>Gets or sets the responses to the requests of the attempt as evidence, masked, or null if it has sent none.</summary>
    public string? Response { get; set; }

    /// <summary>Gets whether this attempt performed the action. Also true if this cannot be ruled out.</summary>
    public bool IsCarriedOut { get; private set; }

    /// <summary>Gets or sets whether the action itself reports that it failed, like a script that throws. A later attempt may then act again, whatever the action has done.</summary>
    public bool HasRefused { get; set; }

    /// <summary>Gets or sets the wait for what the action started and did not complete, with the deadline of a later attempt, or null if there is nothing left to wait for.</summary>
    public Func<StepContext, Task<object?>>? Rest { get; set; }

    /// <summary>Gets the answers of language models in this attempt, to count their tokens.</summary>
    public IList<ModelAnswer> Answers { get; } = [];

    /// <summary>Reports that the action is being performed. Whatever follows, it has happened or may have happened.</summary>
    public void CarryOut() => IsCarriedOut = true;

    /// <summary>Returns a reader of the elements that a selector matches, which does not wait, and leaves nothing in the trace.</summary>
    /// <param name="selector">The selector.</param>
    public PlainCss ReaderOf(string selector) => new(Resolver.ActivityOf(Page).Documents, selector);

    /// <summary>Resolves a chain to one element, and records which selector found it.</summary>
    /// <param name="chain">The selectors.</param>
    /// <param name="requirement">Which matches count.</param>
    /// <param name="acceptsSeveral">Whether a selector may match several elements.</param>
    /// <exception cref="SelectorException">No selector matched, or one matched several elements.</exception>
    public async Task<ResolvedElement> ResolveAsync(SelectorChain chain, ElementRequirement requirement, bool acceptsSeveral = false)
    {
        using var span = new ResolutionSpan(chain, Mask);
        try
        {
            Resolved = await Resolver.ResolveAsync(Page, chain, requirement, Deadline, CancellationToken, acceptsSeveral).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            throw;
        }

        span.Found(Resolved);
        return Resolved;
    }
}
