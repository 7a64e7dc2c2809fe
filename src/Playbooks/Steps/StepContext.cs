using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Generated;
using Playbooks.Guarding;
using Playbooks.Guarding.Secrets;
using Playbooks.Instrumentation;
using Playbooks.Recording;
using Playbooks.Resolution;

namespace Playbooks.Steps;

/// <summary>What one try of a step works with.</summary>
internal sealed class StepContext
{
    /// <summary>The page.</summary>
    public required IPage Page { get; init; }

    /// <summary>The time limit of this try; resolving, acting and waiting share it.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The built-in values.</summary>
    public required RunValues Values { get; init; }

    /// <summary>Folder of the playbook's file, which upload paths are relative to.</summary>
    public required string SourceFolder { get; init; }

    /// <summary>Takes screenshots into the run's folder.</summary>
    public required ScreenshotTaker Screenshots { get; init; }

    /// <summary>Running number of the step.</summary>
    public required int StepNumber { get; init; }

    /// <summary>Finds elements by selector chains.</summary>
    public required SelectorResolver Resolver { get; init; }

    /// <summary>Hides secrets in what is told of the try.</summary>
    public SecretMask Mask { get; init; } = SecretMask.None;

    /// <summary>Answers <c>llm_extract</c>; null: the run has no model.</summary>
    public ITextModel? Model { get; init; }

    /// <summary>Says what may be opened; null: anything.</summary>
    public RunGuard? Guard { get; init; }

    /// <summary>Notes what a person should know of beside the result; null: nobody does.</summary>
    public PageEffects? Effects { get; init; }

    /// <summary>Ends the try early.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Which selector was used; null: none yet.</summary>
    public ResolvedElement? Resolved { get; set; }

    /// <summary>Full path of the screenshot that was taken; null: none.</summary>
    public string? ScreenshotPath { get; set; }

    /// <summary>The navigation of the page that is under way; null: nobody watches.</summary>
    public PendingNavigation? Navigation { get; init; }

    /// <summary>Whether the action was carried out in this attempt. True also where it cannot be ruled out.</summary>
    public bool IsCarriedOut { get; private set; }

    /// <summary>Whether the action says itself that it failed, as a script does that throws: a later attempt may then act again, whatever it has done.</summary>
    public bool HasRefused { get; set; }

    /// <summary>Waits for what the action started and did not finish, with the time limit of a later attempt; null: nothing is left to wait for.</summary>
    public Func<StepContext, Task<object?>>? Rest { get; set; }

    /// <summary>What models answered in this try, for the count of tokens.</summary>
    public IList<ModelAnswer> Answers { get; } = [];

    /// <summary>The action is being carried out: whatever follows, it has happened or may have happened.</summary>
    public void CarryOut() => IsCarriedOut = true;

    /// <summary>Finds the one element that the chain means, and notes which selector found it.</summary>
    /// <exception cref="SelectorException">None matched, or several did.</exception>
    public async Task<ResolvedElement> ResolveAsync(SelectorChain chain, ElementRequirement requirement)
    {
        using var span = new ResolutionSpan(chain, Mask);
        try
        {
            Resolved = await Resolver.ResolveAsync(Page, chain, requirement, Deadline, CancellationToken).ConfigureAwait(false);
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
