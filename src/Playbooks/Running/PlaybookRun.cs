using System.Runtime.ExceptionServices;
using Microsoft.Playwright;
using Playbooks.Guarding;
using Playbooks.Running.Resolution;
using Playbooks.Runs;
using Playbooks.Steps;

namespace Playbooks.Running;

/// <summary>One run of one playbook, from its start page to its result.</summary>
internal sealed class PlaybookRun<TOutputs>
    where TOutputs : class, new()
{
    private const string StartPage = "Opening the start page";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly Playbook<TOutputs> playbook;
    private readonly RunOptions options;
    private readonly IReadOnlyList<NamedValue> given;
    private readonly SecretMask mask;
    private readonly RunId id;
    private readonly RunFolder folder;
    private readonly RunEvents events;
    private readonly StepClock clock;
    private readonly Exception? valuesFailed;

    public PlaybookRun(Playbook<TOutputs> playbook, RunOptions options)
    {
        this.playbook = playbook;
        this.options = options;
        try
        {
            given = playbook.GetValues();
        }
        catch (Exception failure)
        {
            // Generated code of a playbook that did not compile: nothing will be run, so no secret can leak unmasked.
            given = [];
            valuesFailed = failure;
        }

        mask = new(given.Where(static value => value.Secret).Select(static value => value.Text));
        id = options.RunId ?? RunId.New(options.TimeProvider);
        folder = new(OutputRoot(options), id);
        events = new(options, playbook.Info.Id, id.Text);
        clock = new(options.TimeProvider);
    }

    public async Task<PlaybookResult<TOutputs>> InContextAsync(IBrowserContext context, CancellationToken cancellationToken)
    {
        IPage page;
        try
        {
            page = await context.NewPageAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException failure)
        {
            events.Tell(Started());
            return End(Failed(PlaywrightError.Explain(failure, "Opening a page"), "Opening a page", ErrorCode.SetupFailed), new());
        }

        try
        {
            return await OnPageAsync(page, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await CloseAsync(page).ConfigureAwait(false);
        }
    }

    public async Task<PlaybookResult<TOutputs>> OnPageAsync(IPage page, CancellationToken cancellationToken)
    {
        using var stop = new RunStop(options.Timeout, options.TimeProvider, cancellationToken);
        using var observer = new PageObserver(page);
        events.Tell(Started());
        RunContext run;
        try
        {
            run = Prepare(page, stop, observer);
        }
        catch (Exception failure)
        {
            return End(Failed(failure, "Setting up", ErrorCode.SetupFailed), new());
        }

        if (await OpenStartPageAsync(run).ConfigureAwait(false) is { } notOpened)
        {
            return End(notOpened, new());
        }

        return await RunStepsAsync(run).ConfigureAwait(false);
    }

    private async Task<PlaybookResult<TOutputs>> RunStepsAsync(RunContext run)
    {
        var sequence = new StepSequence(run);
        var steps = new StepRunner<TOutputs>(sequence);
        Exception? thrown = null;
        try
        {
            await playbook.RunStepsAsync(steps).ConfigureAwait(false);
            sequence.Complete();
        }
        catch (PlaybookStepException failure)
        {
            thrown = failure;
        }
        catch (Exception failure)
        {
            thrown = sequence.Interrupt(failure);
        }

        return End(thrown switch
        {
            null => Passed(sequence),
            PlaybookStepException failure => Failed(failure, sequence),
            _ => Failed(thrown, "Running the steps", ErrorCode.InternalError) with { Steps = [.. sequence.Results], Recovery = sequence.Recovery },
        } with
        {
            OutputTexts = sequence.Stored,
        }, steps.Outputs);
    }

    private RunContext Prepare(IPage page, RunStop stop, PageObserver observer)
    {
        if (valuesFailed is not null)
        {
            ExceptionDispatchInfo.Throw(valuesFailed);
        }

        folder.RefuseLinks();
        var hooks = new Hooks();
        playbook.ConfigureHooks(hooks);
        var resolver = new SelectorResolver(options.TimeProvider);
        resolver.Watch(page);
        return new()
        {
            Playbook = playbook.Info,
            Page = page,
            Options = options,
            Values = new(options.BaseUrl ?? playbook.GetBaseUrl(new(string.Empty, id.Text)) ?? string.Empty, id.Text),
            Given = given,
            Mask = mask,
            Folder = folder,
            Stop = stop,
            Events = events,
            Observer = observer,
            Resolver = resolver,
            Verifier = new(options.TimeProvider),
            Hooks = hooks,
        };
    }

    /// <summary>Opens it as a <c>goto</c> would.</summary>
    private async Task<PlaybookResult?> OpenStartPageAsync(RunContext run)
    {
        try
        {
            run.Stop.Token.ThrowIfCancellationRequested();
            if (playbook.GetStartUrl(run.Values) is not { } url)
            {
                return null;
            }

            var context = run.Begin(0, StartTimeout);
            await new Navigation(run.Page, run.Values.BaseUrl)
                .OpenAsync(url, allowStatus: false, context.Deadline, run.Stop.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception thrown)
        {
            var failure = run.Stop.IsRequested ? run.Stop.Reason : thrown;
            var code = failure is PlaybookException { Code: ErrorCode.RunTerminated or ErrorCode.Timeout } stopped ? stopped.Code : ErrorCode.SetupFailed;
            var result = Failed(failure, StartPage, code);
            return result with
            {
                Failure = await new FailureEvidence(run).GatherAsync(result.Failure!, 0, "start", [], given).ConfigureAwait(false),
            };
        }
    }

    private RunStarted Started() => new(playbook.Info, id, mask.ApplyTo(given), clock.StartedAt);

    private PlaybookResult Begun() => new(mask)
    {
        Playbook = playbook.Info,
        Outcome = Outcome.Failed,
        RunId = id,
        RunFolder = folder.Path,
        Values = mask.ApplyTo(given),
        StartedAt = clock.StartedAt,
        Duration = clock.Elapsed,
    };

    private PlaybookResult Passed(StepSequence sequence) => Begun() with
    {
        Outcome = sequence.Recovery is not null ? Outcome.Recovered
            : sequence.Results.Any(static step => step.Outcome == Outcome.Flaky) ? Outcome.Flaky
            : Outcome.Passed,
        Steps = [.. sequence.Results],
        Recovery = sequence.Recovery,
    };

    private PlaybookResult Failed(PlaybookStepException failure, StepSequence sequence) => Begun() with
    {
        Error = failure.Message,
        ErrorCode = failure.Code,
        Cause = failure.Step.Cause,
        Failure = failure.Step.Failure,
        Exception = failure,
        Steps = [.. sequence.Results],
        Recovery = sequence.Recovery,
    };

    private PlaybookResult Failed(Exception failure, string where, ErrorCode code)
    {
        var message = mask.Apply(CauseText.Plain(failure));
        var cause = mask.Apply(CauseText.Technical(failure));
        code = code == ErrorCode.InternalError && failure is PlaybookException known ? known.Code : code;
        return Begun() with
        {
            Error = $"{where}: {message}",
            ErrorCode = code,
            Cause = cause,
            Exception = MaskedException.Of(failure, mask),
            Failure = new() { Where = where, Message = message, Cause = cause, Code = code, Values = mask.ApplyTo(given), RunFolder = folder.Path },
        };
    }

    private PlaybookResult<TOutputs> End(PlaybookResult result, TOutputs outputs)
    {
        var ended = new PlaybookResult<TOutputs>(result, outputs);
        events.Tell(ended);
        return ended;
    }

    private async Task CloseAsync(IPage page)
    {
        try
        {
            await page.CloseAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException failure)
        {
            events.Logger.PageNotClosed(id.Text, mask.Apply(PlaywrightError.FirstLine(failure.Message)));
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
