using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Failure;
using Playbooks.Generated;
using Playbooks.Guarding;
using Playbooks.Guarding.Secrets;
using Playbooks.Instrumentation;
using Playbooks.Recording;
using Playbooks.Resolution;
using Playbooks.RunFolder;
using Playbooks.Steps;
using Playbooks.Steps.Support;
using Playbooks.Verification;

namespace Playbooks.Execution.Run;

/// <summary>Holds what all steps of a run share.</summary>
internal sealed class RunContext(RunStop main)
{
    private static readonly TimeSpan OpeningTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FinallyTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Gets the playbook of the run.</summary>
    public required PlaybookInfo Playbook { get; init; }

    /// <summary>Gets the playbook whose steps run now: the one of the run, or one that it has called.</summary>
    public PlaybookInfo Current => Blocks.Call?.Playbook ?? Playbook;

    /// <summary>Gets the browser with its current page.</summary>
    public required BrowserState Browser { get; init; }

    /// <summary>Gets the current page.</summary>
    public IPage Page => Browser.Page;

    public required RunOptions Options { get; init; }

    public required RunValues Values { get; init; }

    /// <summary>Gets the values of the parameters, and the built-in dates and fresh values that were used so far. Secrets are marked, but not masked.</summary>
    public required IReadOnlyList<NamedValue> Given { get => [.. field, .. Values.FreshValues.Used]; init; }

    public required SecretMask Mask { get; init; }

    public required RunDirectory Folder { get; init; }

    public ScreenshotTaker Screenshots => new(Folder, Mask);

    /// <summary>Gets what stops the current phase of the run: its main steps, or those of <c>finally</c>.</summary>
    public RunStop Stop { get; private set; } = main;

    public required RunGuard Guard { get; init; }

    public required RunEvents Events { get; init; }

    public required Recorder Recorder { get; init; }

    public required SelectorResolver Resolver { get; init; }

    public required Verifier Verifier { get; init; }

    /// <summary>Gets the hooks of the playbook of the run.</summary>
    public required Hooks OwnHooks { private get; init; }

    /// <summary>Gets the hooks of the playbook whose steps run now.</summary>
    public Hooks Hooks => Blocks.Call?.Hooks ?? OwnHooks;

    /// <summary>Gets the blocks that the run is inside of.</summary>
    public BlockStack Blocks { get; } = new();

    public TimeProvider Time => Options.TimeProvider;

    /// <summary>Begins another phase. What has stopped the one before does not stop it.</summary>
    public void Begin(RunStop phase)
    {
        Guard.Release();
        Stop = phase;
        phase.StartClock();
    }

    /// <summary>
    /// Runs steps that must run whatever has happened before: nothing that has stopped the run stops them, but they have a time limit of
    /// their own.
    /// </summary>
    public async Task<T> RunLastAsync<T>(string subject, Func<Task<T>> steps)
    {
        var before = Stop;
        using var last = new RunStop(FinallyTimeout, Time, CancellationToken.None) { Subject = subject };
        Begin(last);
        try
        {
            return await steps().ConfigureAwait(false);
        }
        finally
        {
            Stop = before;
        }
    }

    /// <summary>Returns why the run is stopped, if a failure follows from that; otherwise null.</summary>
    public Exception? ReasonOfStop(Exception thrown) =>

        // What a guardrail has blocked is the reason for all other failures.
        Stop.IsRequested && (thrown is OperationCanceledException || Guard.HasBlocked) ? Stop.Reason : null;

    /// <summary>Opens a page outside of the steps, such as the start page of a playbook, as a <c>goto</c> would.</summary>
    /// <exception cref="PlaybookException">The page could not be opened, or a guardrail blocked it.</exception>
    public async Task OpenPageAsync(string url, bool allowStatus = false)
    {
        Stop.Token.ThrowIfCancellationRequested();
        var deadline = new Deadline(Time, OpeningTimeout);
        await new Navigation(Page, Values.BaseUrl, Guard).OpenAsync(url, allowStatus, deadline, Stop.Token).ConfigureAwait(false);
        Guard.ThrowIfBlocked();
    }

    /// <summary>Waits, unless the run is stopped.</summary>
    /// <returns>Whether the time has passed. False if the run was stopped.</returns>
    public async Task<bool> WaitAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, Time, Stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Determines whether a condition holds.</summary>
    public Task<ConditionResult> EvaluateAsync(StepCondition condition) => new ConditionEvaluator(Time, Resolver).EvaluateAsync(Page, condition, Stop.Token);

    /// <summary>Verifies the expectations of a step.</summary>
    /// <param name="verify">The expectations.</param>
    /// <param name="stepNumber">The number of the step.</param>
    public async Task<IReadOnlyList<ExpectationResult>> VerifyAsync(StepVerification verify, int stepNumber)
    {
        using var span = VerificationSpan.Start();
        var step = new VerifiedStep
        {
            Number = stepNumber,
            SourcePath = Current.Source.Path,
            Screenshots = Screenshots,
            AcceptsScreenshots = Options.UpdateScreenshots == true,
            Accessibility = Current.Accessibility,
        };
        var deadline = new Deadline(Time, verify.Timeout);
        var page = Page;
        var results = await Verifier.VerifyAsync(page, verify, Stop.Token, step).ConfigureAwait(false);
        while (!results.All(static one => one.IsMet) && await ClosedPage.IsClosedAsync(page, Stop.Token).ConfigureAwait(false) && Page != page)
        {
            // The action closes its own window. What it expects is on the page before.
            page = Page;
            results = await Verifier.VerifyAsync(page, verify with { Timeout = deadline.Remaining }, Stop.Token, step).ConfigureAwait(false);
        }

        span.End(results);
        NoteSeen(verify, results);
        return results;
    }

    /// <summary>Returns the side effects since the last call, and publishes them.</summary>
    public IReadOnlyList<PageEffect> TakeEffects()
    {
        var effects = Browser.Effects.Take();
        foreach (var effect in effects)
        {
            Events.Publish(new RunNote(effect.Topic, Mask.Apply(effect.Sentence)));
        }

        return effects;
    }

    /// <summary>Publishes the side effects after the last step.</summary>
    /// <exception cref="UnannouncedDialogException">An unexpected dialog appeared.</exception>
    public void ThrowIfDialogAppeared()
    {
        if (TakeEffects().FirstOrDefault(static effect => effect.FailsStep) is { } dialog && !Stop.IsRequested)
        {
            throw new UnannouncedDialogException(dialog.Sentence, beside: null);
        }
    }

    /// <summary>Publishes the notes of the guard since the last call. All calls to listeners are made from one place, in order.</summary>
    public void PublishNotes()
    {
        foreach (var note in Guard.TakeNotes())
        {
            Events.Publish(note with { Message = Mask.Apply(note.Message) });
        }
    }

    /// <summary>Creates the context of an attempt, whose time limit starts now.</summary>
    public StepContext Begin(int stepNumber, TimeSpan timeout) => new()
    {
        Page = Page,
        Deadline = new(Time, timeout),
        Time = Time,
        Values = Values,
        SourceFolder = Path.GetDirectoryName(Current.Source.Path) ?? string.Empty,
        Screenshots = Screenshots,
        StepNumber = stepNumber,
        Resolver = Resolver,
        Navigation = Browser.Navigation,
        Mask = Mask,
        Model = Options.Model,
        Guard = Guard,
        Effects = Browser.Effects,
        Browser = Browser,
        RunFolder = Folder.Path,
        Logger = new MaskedLogger(Events.Logger, Mask),
        CancellationToken = Stop.Token,
    };

    private void NoteSeen(StepVerification verify, IReadOnlyList<ExpectationResult> results)
    {
        foreach (var held in results.Where(static one => one.IsMet))
        {
            if (held.Note is { } note)
            {
                Browser.Effects.Note(note.Topic, note.Message);
            }

            if (verify.SelectorOf(held.Name) is { } selector)
            {
                Resolver.Seen.Add(selector);
            }
        }
    }
}
