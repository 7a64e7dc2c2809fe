using System.Runtime.ExceptionServices;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Execution.Failure;
using Playbooks.Execution.Login;
using Playbooks.Execution.Steps;
using Playbooks.Generated;
using Playbooks.Guarding;
using Playbooks.Guarding.Secrets;
using Playbooks.Instrumentation;
using Playbooks.Recording;
using Playbooks.Resolution;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Retaining;

namespace Playbooks.Execution.Run;

/// <summary>One run of one playbook, from its start page to its result.</summary>
internal sealed class PlaybookRun<TOutputs> : IDisposable
    where TOutputs : class, new()
{
    private static readonly TimeSpan RemovalPatience = TimeSpan.FromSeconds(5);
    private static readonly Dictionary<string, object> NothingStored = [];

    private readonly Playbook<TOutputs> playbook;
    private readonly RunOptions options;
    private readonly RunRequest request;
    private readonly RunPage source;
    private readonly RunStop stop;
    private RunContext? context;
    private readonly IReadOnlyList<NamedValue> given;
    private readonly string? baseUrl;
    private readonly FreshValues fresh;
    private BrowserSettings settings = new();
    private IReadOnlyList<MockedRoute> routes = [];
    private readonly SecretMask mask;
    private readonly RunId id;
    private readonly RunDirectory folder;
    private readonly RunEvents events;
    private readonly RunJournal journal;
    private readonly StepClock clock;
    private readonly RunResultFactory conclusion;
    private readonly RunExpectationEnforcer expectations;
    private readonly Exception? valuesFailed;

    public PlaybookRun(Playbook<TOutputs> playbook, RunOptions options, RunRequest request, RunPage source, CancellationToken cancellationToken)
    {
        this.playbook = playbook;
        this.options = options;
        this.request = request;
        this.source = source;
        id = request.RunId ?? RunId.New(options.TimeProvider);
        try
        {
            given = playbook.ReadValues();
            baseUrl = options.BaseUrl ?? playbook.ReadBaseUrl(new(string.Empty, id.Text));
            var values = new RunValues(baseUrl ?? string.Empty, id.Text);
            settings = playbook.ReadBrowser(values).With(options.Browser);
            routes = playbook.ReadRoutes(values);
        }
        catch (Exception failure)
        {
            // Generated code of a playbook that did not compile: nothing will be run, so no secret can leak unmasked.
            given = [];
            valuesFailed = failure;
        }

        fresh = new(RunClock.Now(settings, options.TimeProvider), request.Seed ?? FreshValues.NewSeed());
        mask = new([.. given.Where(static value => value.Secret).Select(static value => value.Text), .. playbook.Info.CaseSecrets.Select(static secret => secret.Reveal())]);
        folder = new(OutputRoot(options), id);
        journal = new(folder, options, mask, request.Case);
        events = new(options, request.Case, journal, playbook.Info.Id, id.Text);
        clock = new(options.TimeProvider);
        conclusion = new(playbook.Info, id, folder, given, fresh, mask, clock);
        expectations = new(options, request, conclusion);
        stop = new(DebuggedStep.IsDebugging ? null : options.Timeout, options.TimeProvider, cancellationToken);
    }

    /// <summary>Creates the run's folder and log, and starts the run.</summary>
    public RunHandle<TOutputs> Start()
    {
        var started = new RunStarted(playbook.Info, id, mask.ApplyTo(given), clock.StartedAt) { Seed = mask.Apply(fresh.Seed) };
        try
        {
            journal.Start(started, baseUrl);
        }
        catch (PlaybookException refused)
        {
            // The folder belongs to another run: nothing is opened, and nothing is written there.
            events.Publish(started);
            var conflict = new PlaybookResult<TOutputs>(conclusion.Failed(refused, "Starting the run", refused.Code), new());
            events.Publish(conflict);
            Dispose();
            return new(id, log: null, Task.FromResult(conflict), stop.RequestAsync);
        }

        return new(id, journal.Tail, CompleteAsync(started), stop.RequestAsync);
    }

    /// <summary>Closes the log, and gives the folder's lock back.</summary>
    public void Dispose()
    {
        journal.Dispose();
        stop.Dispose();
    }

    /// <summary>Runs the playbook. A failure is a result.</summary>
    private async Task<PlaybookResult<TOutputs>> CompleteAsync(RunStarted started)
    {
        using (this)
        {
            return await RunAsync(started).ConfigureAwait(false);
        }
    }

    private async Task<PlaybookResult<TOutputs>> RunAsync(RunStarted started)
    {
        var removal = RemovalSchedule.Current.BeginAsync(folder.Root, options.Retention, options.TimeProvider);
        journal.TakenOver = stop.Block;
        using var shutdown = ShutdownWatch.Current.Watch(stop);
        var guard = new RunGuard(
            options.Guardrails ?? playbook.Info.Guardrails, request.IsBaseUrlUntrusted ? null : baseUrl, reason => (context?.Stop ?? stop).Block(reason), verdict => RunMetrics.Count(playbook.Info.Id, verdict), options.Network);
        await using var guarding = guard.ConfigureAwait(false);
        events.Publish(started with { Log = journal.Tail });
        foreach (var weak in given.Where(static value => value.Secret && WeakSecret.Is(value.Text)))
        {
            events.Publish(new RunNote(
                "evidence",
                $"The secret {weak.Name} is masked only partially: it is shorter than {WeakSecret.ShortestStrong} characters or a common word, so it is masked as a whole word, but not within other words."));
        }

        var ending = new RunFinalization(playbook.Info, options, folder, mask, journal, events, source);
        var (result, outputs) = await RunStepsAsync(ending, guard).ConfigureAwait(false);
        result = ending.Compare(result) with { Notes = events.Notes };
        var evidence = await ending.FinishAsync(new PlaybookResult<TOutputs>(result, outputs)).ConfigureAwait(false);
        // Not to its end at any price: what is left is removed the next time.
        await Task.WhenAny(removal, Task.Delay(RemovalPatience, CancellationToken.None)).ConfigureAwait(false);
        return new(evidence.AddTo(result), outputs);
    }

    private async Task<(PlaybookResult Result, TOutputs Outputs)> RunStepsAsync(RunFinalization ending, RunGuard guard)
    {
        RunLogin<TOutputs> login;
        try
        {
            login = new(playbook, options, request, new(baseUrl ?? string.Empty, id.Text) { FreshValues = fresh });
            login.ThrowIfImpossible();
            mask.Add(login.Secrets);
        }
        catch (PlaybookException failure)
        {
            return await NotBegunAsync(conclusion.Failed(failure, "Logging in", ErrorCode.AuthFailed)).ConfigureAwait(false);
        }

        try
        {
            settings = HttpAuthentication.AddTo(settings, new(options, request, playbook.GetType().Assembly), baseUrl);
            mask.Add(settings.HttpLogin?.Secrets ?? []);
            routes = RouteFiles.Read(routes, playbook.Info.Source);
        }
        catch (PlaybookException failure)
        {
            return await NotBegunAsync(conclusion.Failed(failure, "Setting up", failure.Code)).ConfigureAwait(false);
        }

        IPage page;
        Recorder recorder;
        try
        {
            await source.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            var reason = stop.IsRequested ? stop.Reason : failure;
            var code = reason is PlaybookException known ? known.Code : ErrorCode.SetupFailed;
            return await NotBegunAsync(conclusion.Failed(reason, "Waiting for a browser", code)).ConfigureAwait(false);
        }

        if (source.MustBeWaitedFor)
        {
            journal.Begin(clock.Restart());
        }

        stop.StartClock();
        try
        {
            // Recording begins before there is a page, so that the trace holds all of it.
            recorder = await ending.RecordAsync(await source.OpenContextAsync(guard, settings).ConfigureAwait(false)).ConfigureAwait(false);
            page = await source.OpenPageAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is PlaywrightException or PlaybookException)
        {
            var reason = failure is PlaywrightException error ? PlaywrightError.Explain(error, "Opening a page") : failure;
            return await NotBegunAsync(conclusion.Failed(reason, "Opening a page", ErrorCode.SetupFailed)).ConfigureAwait(false);
        }

        using var browser = new BrowserState(source, page, guard, settings);
        if (settings.NeedsOwnContext && !source.OwnsContext)
        {
            events.Publish(new RunNote("browser", "The caller opened the browser context, so the browser settings of the run do not apply to it, except on_dialog and on_page_error."));
        }

        await using var mocked = (await MockedRoutes.StartAsync(page, routes, browser).ConfigureAwait(false)).ConfigureAwait(false);
        RunContext run;
        try
        {
            run = Prepare(browser, guard, recorder);
        }
        catch (Exception failure)
        {
            return await NotBegunAsync(conclusion.Failed(failure, "Setting up", ErrorCode.SetupFailed)).ConfigureAwait(false);
        }

        using var resolver = run.Resolver;
        var progress = new RunProgress(playbook.Info.Outputs, mask);
        using var executor = new StepExecutor(run, progress);
        var flow = new StepFlow(run, progress, executor);
        var steps = new StepRunner<TOutputs>(playbook, run.Values, flow.RunAsync, flow.Blocks);
        var notBegun = await login.RunAsync(run, flow.Blocks, steps, source.OwnsContext).ConfigureAwait(false) is { } failed
            ? conclusion.Failed(failed, progress)
            : await OpenStartPageAsync(run).ConfigureAwait(false);
        run.PublishNotes();
        return await RunStepsAsync(run, progress, flow, steps, notBegun).ConfigureAwait(false);
    }

    private async Task<(PlaybookResult Result, TOutputs Outputs)> NotBegunAsync(PlaybookResult failed) =>
        (await expectations.ApplyAsync(failed, NothingStored, run: null).ConfigureAwait(false), new());

    /// <summary>Runs the steps, unless the run failed before them, and then those of <c>finally</c>.</summary>
    private async Task<(PlaybookResult Result, TOutputs Outputs)> RunStepsAsync(
        RunContext run, RunProgress progress, StepFlow flow, StepRunner<TOutputs> steps, PlaybookResult? notBegun)
    {
        var result = notBegun ?? await RunMainAsync(run, progress, flow, steps).ConfigureAwait(false);
        if (playbook.Info.HasFinally)
        {
            var failure = await run.RunLastAsync("Running the finally steps", () => flow.RunPhaseAsync(() => playbook.RunLastAsync(steps))).ConfigureAwait(false);
            run.TakeEffects();
            run.PublishNotes();
            result = failure is null ? result
                : result is null ? await FailedAsync(run, failure, progress).ConfigureAwait(false)
                : conclusion.AndFinally(result, failure);
        }

        if (result is null && progress.SoftFailure is { } unmet)
        {
            result = conclusion.Failed(unmet, progress);
        }

        result = result is null ? conclusion.Passed(progress) : result with { Steps = progress.Tree, Recovery = progress.Recovery };
        result = await expectations.ApplyAsync(result with { OutputTexts = progress.Stored }, progress.Values, run).ConfigureAwait(false);
        return (result, steps.Outputs);
    }

    private async Task<PlaybookResult?> RunMainAsync(RunContext run, RunProgress progress, StepFlow flow, StepRunner<TOutputs> steps)
    {
        var thrown = await flow.RunPhaseAsync(() => playbook.RunMainAsync(steps)).ConfigureAwait(false);
        run.TakeEffects();
        run.PublishNotes();
        return thrown is null ? null : await FailedAsync(run, thrown, progress).ConfigureAwait(false);
    }

    private async Task<PlaybookResult> FailedAsync(RunContext run, Exception thrown, RunProgress progress) => thrown switch
    {
        PlaybookStepException failure => conclusion.Failed(failure, progress),
        UnannouncedDialogException => await FailedAfterStepsAsync(run, thrown, progress).ConfigureAwait(false),
        _ => conclusion.Failed(thrown, "Running the steps", ErrorCode.InternalError),
    };

    private async Task<PlaybookResult> FailedAfterStepsAsync(RunContext run, Exception failure, RunProgress progress)
    {
        var result = conclusion.Failed(failure, "After the last step", ErrorCode.StepFailed);
        return result with
        {
            Failure = await new FailureEvidence(run)
                .GatherAsync(result.Failure!, playbook.Info.Steps.Count, "end", [], [.. given, .. progress.Stored]).ConfigureAwait(false),
        };
    }

    private RunContext Prepare(BrowserState browser, RunGuard guard, Recorder recorder)
    {
        if (valuesFailed is not null)
        {
            ExceptionDispatchInfo.Throw(valuesFailed);
        }

        folder.RefuseLinks();
        browser.Downloads.CreateFolder = folder.CreateDownloads;
        browser.Downloads.MaskName = mask.Apply;
        var hooks = new Hooks();
        playbook.Register(hooks);
        var resolver = new SelectorResolver(options.TimeProvider);
        resolver.Watch(browser.Page);
        return context = new(stop)
        {
            Playbook = playbook.Info,
            Browser = browser,
            Options = options,
            Values = new(baseUrl ?? string.Empty, id.Text) { FreshValues = fresh },
            Given = given,
            Mask = mask,
            Folder = folder,
            Guard = guard,
            Events = events,
            Recorder = recorder,
            Resolver = resolver,
            Verifier = new(options.TimeProvider, resolver, browser),
            OwnHooks = hooks,
        };
    }

    /// <summary>Opens it as a <c>goto</c> would.</summary>
    private async Task<PlaybookResult?> OpenStartPageAsync(RunContext run)
    {
        string? url = null;
        var opening = new StepClock(run.Time);
        try
        {
            run.Stop.Token.ThrowIfCancellationRequested();
            url = playbook.ReadStartUrl(run.Values);
            if (url is null)
            {
                return null;
            }

            await run.OpenPageAsync(url).ConfigureAwait(false);
            var duration = opening.Elapsed;
            journal.StartPage(url, duration, failure: null, await new ActionScreenshot(run).TakeAsync(0, "start").ConfigureAwait(false));
            return null;
        }
        catch (Exception thrown)
        {
            var failure = run.Stop.IsRequested ? run.Stop.Reason : thrown;
            var code = failure is PlaybookException { Code: ErrorCode.RunTerminated or ErrorCode.Timeout or ErrorCode.GuardrailBlocked } stopped ? stopped.Code : ErrorCode.SetupFailed;
            var result = conclusion.Failed(failure, "Opening the start page", code);
            result = result with
            {
                Failure = await new FailureEvidence(run).GatherAsync(result.Failure!, 0, "start", [], given).ConfigureAwait(false),
            };
            journal.StartPage(url ?? string.Empty, opening.Elapsed, result.Failure, result.Failure.ScreenshotPath);
            run.PublishNotes();
            return result;
        }
    }

    private static string OutputRoot(RunOptions options)
    {
        if (options.OutputRoot is { Length: > 0 } chosen)
        {
            return chosen;
        }

        return Environment.GetEnvironmentVariable(RunOptions.OutputVariable) is { Length: > 0 } named
            ? named
            : Path.Combine(Directory.GetCurrentDirectory(), "playbook-runs");
    }
}
